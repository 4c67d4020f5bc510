import type { en } from './en.ts';

/** The shape of a catalogue: the keys of the English one, each with a text of its own. */
export type Catalogue = Texts<typeof en>;

type Texts<Value> = Value extends string ? string : { [Key in keyof Value]: Texts<Value[Key]> };
