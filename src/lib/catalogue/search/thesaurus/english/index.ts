import { home } from './home.ts';
import { kin } from './kin.ts';
import { mind } from './mind.ts';
import { money } from './money.ts';

/** The vocabulary of the field in English, one line a concept and kind. */
export const english: readonly string[] = [money, home, mind, kin];
