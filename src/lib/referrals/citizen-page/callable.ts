/** @param phone as it is written, with spaces @returns the address that calls it */
export const callable = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** The same number, never broken over two lines. */
export const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00a0');
