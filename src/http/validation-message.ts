import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { say } from '../kernel/sentences.ts';

/** What is wrong with a request, in words: which field, and what to do. */
export function validationMessage(error: FastifySchemaValidationError, part: string): string {
  const { keyword, params, instancePath, message = 'is not valid' } = error;
  const field = instancePath.slice(1).replaceAll('/', '.');
  const subject = field === '' ? `The ${PARTS[part] ?? part}` : field;
  if (keyword === 'required') return say('is_missing', { field: within(field, params.missingProperty) });
  if (keyword === 'additionalProperties')
    return say('is_no_field', { field: within(field, params.additionalProperty) });
  if (keyword === 'enum') return say('must_be_one_of', { field: subject, values: listed(params.allowedValues) });
  if (keyword === 'type') return say('must_be_of_type', { field: subject, type: typeWords(params.type) });
  if (keyword === 'minLength' && params.limit === 1) return say('must_not_be_empty', { field: subject });
  if (keyword === 'minLength') return say('too_short', { field: subject, least: params.limit });
  if (keyword === 'maxLength') return say('too_long', { field: subject, most: params.limit });
  if (keyword === 'minItems') return say('must_name_one', { field: subject });
  if (keyword === 'minProperties') return say('must_hold_one', { field: subject });
  if (keyword === 'pattern' && part === 'params') return say('must_be_whole', { field: subject });
  if (keyword === 'format' && params.format === 'date-time') return say('must_be_time', { field: subject });
  return `${subject} ${message}.`;
}

const PARTS: Readonly<Record<string, string>> = { body: 'body', querystring: 'query', params: 'address' };

function within(field: string, name: unknown): string {
  return field === '' ? String(name) : `${field}.${String(name)}`;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}

function typeWords(types: unknown): string {
  const named = Array.isArray(types) ? types : [types];
  return named.map((type) => TYPE_WORDS[String(type)] ?? String(type)).join(' or ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};
