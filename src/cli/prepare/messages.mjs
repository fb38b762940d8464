import { compile } from '@inlang/paraglide-js';
import { paraglide } from './paraglide.mjs';

await compile(paraglide);
