import { cpp } from './cpp';
import { csharp } from './csharp';
import { curl } from './curl';
import { java } from './java';
import { javascript } from './javascript';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import type { Sample } from './sample';

export const SAMPLES: readonly Sample[] = [curl, python, java, javascript, csharp, php, ruby, cpp];
