import { render } from 'preact';
import { restoreSession } from './api/session';
import { startRouter } from './router';
import { Shell } from './shell/shell';

startRouter();
void restoreSession();
const app = document.getElementById('app');
if (app) {
  render(<Shell />, app);
}
