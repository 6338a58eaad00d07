/**
 * How long Cin7 may take until its answers show what it was told, in milliseconds: what a run waits before it concludes
 * from a reading that something was not done. Not documented; nothing is lost when it is longer, a later run sees it.
 */
export const settleTime = 2_000;
