/** MCUBE has some fifty keys; a bound on number and length keeps invented ones from filling the memory. */
const MOST_KEYS = 1_000;
const LONGEST_KEY = 100;

/** The function with a memory of its answers: what is asked of every key of every event is answered once. */
export function remember<Answer extends string | number | boolean>(
  ask: (key: string) => Answer,
): (key: string) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    if (answers.size < MOST_KEYS && key.length <= LONGEST_KEY) answers.set(key, answer);
    return answer;
  };
}
