import { remember } from './remember.ts';

/** A key as all its spellings compare: emp_phone, empPhone, EMP-PHONE and "Emp Phone" are "empphone". */
export const canonicalKey = remember((key) => key.toLowerCase().replace(/[_\s-]+/g, ''));
