import { type Static, type TObject, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox';
import { recognise } from '../kernel/recognise.ts';

/** A component of the API description: named once, referred to by every route, one type for its generated clients. */
export function component<Properties extends TProperties>(name: string, properties: Properties): Component<Properties> {
  return { ...Type.Object(properties, { additionalProperties: false }), $id: name };
}

export type Component<Properties extends TProperties> = TObject<Properties> & { $id: string };

export function ref<Schema extends TSchema & { $id: string }>(schema: Schema): TUnsafe<Static<Schema>> {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` });
}

/** As `type: [x, "null"]`: shorter than a union, in the description and in the messages about it. */
export function nullable<Schema extends TSchema & { type: string }>(schema: Schema): TUnsafe<Static<Schema> | null> {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] });
}

export function words<const Word extends string>(values: readonly Word[], description?: string): TUnsafe<Word> {
  return Type.Unsafe<Word>({ type: 'string', enum: [...values], ...(description !== undefined && { description }) });
}

export function nullableWords<const Word extends string>(
  values: readonly Word[],
  description?: string,
): TUnsafe<Word | null> {
  const type = ['string', 'null'];
  return Type.Unsafe<Word | null>({ type, enum: [...values, null], ...(description !== undefined && { description }) });
}

export const Time = (description?: string) =>
  Type.String({ format: 'date-time', ...(description !== undefined && { description }) });

export const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** Ids in addresses arrive as text; the API description calls them the integers they are (openapi.ts). */
export const IdParams = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,14}$' }) });

export const Text = (maxLength: number) => Type.String({ maxLength });
/** Ids of tags, a set. */
export const TagIds = Type.Array(Id, { maxItems: 100 });

export const Name = Type.String({ minLength: 1, maxLength: 250 });
export const Password = Type.String({ minLength: 8, maxLength: 256 });

const Sentence = Type.Object({ code: Type.String(), values: Type.Record(Type.String(), Type.String()) });

/** A text of the service's as its codes and values; null where it has none, or where there are others' words in it. */
export const Sentences = nullable(
  Type.Array(Sentence, {
    description: 'The same by stable codes and values, for other languages; null where it has none.',
  }),
);

export function sentencesOf(text: string | null): Static<typeof Sentences> {
  const sentences = text === null ? undefined : recognise(text);
  return sentences === undefined ? null : [...sentences];
}

export const ErrorAnswer = component('Error', {
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    sentences: Sentences,
    details: Type.Optional(
      Type.Object({
        lead_id: Type.Integer({ description: 'With duplicate_lead: the open lead that has the number.' }),
      }),
    ),
  }),
});

export const Created = component('Created', { id: Type.Integer() });

/** Bodies: what is not listed is refused, and an empty one as well. */
export function changes<Properties extends TProperties>(properties: Properties) {
  return Type.Partial(Type.Object(properties), { additionalProperties: false, minProperties: 1 });
}
