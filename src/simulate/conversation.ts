import { createRandom } from './random.ts';
import { hashOf, SAMPLE_RATE, wavFile } from './wav.ts';

/** A WAV that looks and sounds like two people who talk in turn, without a word in it; the name decides what. */
export function conversationOf(name: string, seconds: number): Buffer {
  const random = createRandom(hashOf(name));
  const between = (least: number, most: number) => least + random.fraction() * (most - least);
  const samples = new Int16Array(Math.round(seconds * SAMPLE_RATE));
  for (let turn = 0, at = 0; at < samples.length; turn++) {
    const pitch = (turn % 2 === 0 ? 115 : 200) * between(0.9, 1.1);
    for (let syllables = random.integer(4, 18); syllables > 0; syllables--) {
      const length = Math.round(between(0.09, 0.24) * SAMPLE_RATE);
      speak(samples, at, length, pitch * between(0.85, 1.2), between(0.3, 1));
      at += length + Math.round(between(0.01, 0.06) * SAMPLE_RATE);
    }
    at += Math.round(between(0.2, 0.8) * SAMPLE_RATE);
  }
  return wavFile(samples);
}

/** One syllable: a hummed vowel that swells and fades. */
function speak(samples: Int16Array, from: number, length: number, pitch: number, loudness: number): void {
  for (let index = 0; index < length && from + index < samples.length; index++) {
    const phase = (2 * Math.PI * pitch * index) / SAMPLE_RATE;
    const swell = Math.sin((Math.PI * index) / length);
    const vowel = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.35 * Math.sin(5 * phase);
    samples[from + index] = Math.round(vowel * swell * loudness * 6_000);
  }
}
