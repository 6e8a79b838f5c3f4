-- Where a session began, and whose new e-mail address a link confirms.
ALTER TABLE sessions ADD COLUMN from_address TEXT;
ALTER TABLE links ADD COLUMN member TEXT;
