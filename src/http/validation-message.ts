import type { FastifySchemaValidationError } from 'fastify/types/schema.js';

/** What is wrong with a request, in words: which field, and what to do. */
export function validationMessage(error: FastifySchemaValidationError, part: string): string {
  const { keyword, params, instancePath, message = 'is not valid' } = error;
  const field = instancePath.slice(1).replaceAll('/', '.');
  const subject = field === '' ? `The ${PARTS[part] ?? part}` : field;
  if (keyword === 'required') return `${within(field, params.missingProperty)} is missing.`;
  if (keyword === 'additionalProperties') return `${within(field, params.additionalProperty)} is not a field here.`;
  if (keyword === 'enum') return `${subject} must be one of ${listed(params.allowedValues)}.`;
  if (keyword === 'type') return `${subject} must be ${typeWords(params.type)}.`;
  if (keyword === 'minLength' && params.limit === 1) return `${subject} must not be empty.`;
  if (keyword === 'minLength') return `${subject} must have at least ${params.limit} characters.`;
  if (keyword === 'maxLength') return `${subject} must have at most ${params.limit} characters.`;
  if (keyword === 'minItems') return `${subject} must name at least one.`;
  if (keyword === 'minProperties') return `${subject} must hold at least one field.`;
  if (keyword === 'pattern' && part === 'params') return `${subject} must be a whole number.`;
  if (keyword === 'format' && params.format === 'date-time')
    return `${subject} must be a time such as 2026-08-01T09:30:00Z.`;
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
