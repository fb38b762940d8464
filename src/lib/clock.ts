/** The clock is passed in wherever time matters, so that three years can pass in a test. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
