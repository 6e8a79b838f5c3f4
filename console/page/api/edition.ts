/** Whether this server has accounts; the on-premises edition has none, takes calls without a token, and says so in its page. */
export const HAS_ACCOUNTS = document.documentElement.dataset['accounts'] !== 'no';
