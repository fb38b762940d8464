/** Why a citizen's data must be kept although its time is up; no words, or they would be data themselves. */
export const holdReasons = ['complaint', 'lawsuit', 'supervision', 'archive'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Why it need not be kept any longer. */
export const liftReasons = ['closed', 'mistaken', 'other'] as const;
export type LiftReason = (typeof liftReasons)[number];
