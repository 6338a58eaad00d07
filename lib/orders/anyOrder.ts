/** Any order under Cin7's own names: one on its way into Cin7 or one that Cin7's API gave. Nothing of it is taken for granted. */
export type AnyOrder = Readonly<Record<string, unknown>>;
