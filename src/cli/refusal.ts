/** Why a command does not do what was asked, in a sentence for the person who typed it. */
export class Refusal extends Error {
  override name = 'Refusal';
}
