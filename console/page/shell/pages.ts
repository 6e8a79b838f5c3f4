import type { ComponentType } from 'preact';
import { ConfirmPage } from '../account/confirm';
import { ForgottenPage } from '../account/forgotten';
import { NewEmailPage } from '../account/new-email';
import { ResetPage } from '../account/reset';
import { SignInPage } from '../account/sign-in';
import { SignUpPage } from '../account/sign-up';
import { WelcomePage } from '../account/welcome';
import { TryItPage } from '../try-it/try-it';
import type { IconName } from '../ui/icons';
import { later } from './later';

export interface Page {
  title: string;
  view: ComponentType;
  /** Shown to people who are signed in, and only to them. */
  needsSession?: boolean;
}

/** Every page under its path; the server knows the same paths. */
export const PAGES: Record<string, Page> = {
  '/': { title: 'Welcome', view: WelcomePage },
  '/sign-up': { title: 'Sign up', view: SignUpPage },
  '/confirm': { title: 'Choose a password', view: ConfirmPage },
  '/sign-in': { title: 'Sign in', view: SignInPage },
  '/forgotten': { title: 'Forgotten password', view: ForgottenPage },
  '/reset': { title: 'New password', view: ResetPage },
  '/email': { title: 'New e-mail address', view: NewEmailPage },
  '/try': { title: 'Try it', view: TryItPage },
  '/usage': { title: 'Usage', view: later(() => import('../usage/usage')), needsSession: true },
  '/tokens': { title: 'Tokens', view: later(() => import('../tokens/tokens')), needsSession: true },
  '/webhooks': { title: 'Webhooks', view: later(() => import('../webhooks/webhooks')), needsSession: true },
  '/plan': { title: 'Plan', view: later(() => import('../plan/plan')), needsSession: true },
  '/account': { title: 'Account', view: later(() => import('../account/account')), needsSession: true },
  '/docs': { title: 'API docs', view: later(() => import('../docs/docs')) },
};

export interface NavigationEntry {
  path: string;
  icon: IconName;
}

export const NAVIGATION: NavigationEntry[] = [
  { path: '/try', icon: 'camera' },
  { path: '/usage', icon: 'chart' },
  { path: '/tokens', icon: 'key' },
  { path: '/webhooks', icon: 'hook' },
  { path: '/plan', icon: 'plan' },
  { path: '/docs', icon: 'book' },
];
