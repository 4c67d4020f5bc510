import { useSyncExternalStore } from 'react';
import { rememberedSpeed, rememberSpeed } from './speed.ts';

/** The one sound of the application: a second one that begins ends the first, in this tab and in all others. */
export type Sound = {
  /** The absolute address of what is loaded. */
  source: string | undefined;
  playing: boolean;
  /** It is to play and the next second of it has not come yet. */
  waiting: boolean;
  failed: boolean;
  time: number;
  /** Seconds; unknown until the beginning has come. */
  length: number | undefined;
  speed: number;
  muted: boolean;
};

export function useSound(): Sound {
  return useSyncExternalStore(subscribe, () => state);
}

/** What a player needs to know of its own recording; a player whose sound is not loaded stands at the beginning. */
export function useSoundOf(address: string): Sound & { loaded: boolean } {
  const sound = useSound();
  const loaded = sound.source === absolute(address);
  return loaded ? { ...sound, loaded } : { ...SILENCE, speed: sound.speed, muted: sound.muted, loaded };
}

export function play(address: string): void {
  const media = load(address);
  tabs?.postMessage('playing');
  media.play().catch((error: unknown) => {
    // Interrupted by a pause or by another sound: nothing has failed.
    if (!(error instanceof DOMException && error.name === 'AbortError')) set({ failed: true, waiting: false });
  });
}

export function pause(): void {
  audio?.pause();
}

export function toggle(address: string): void {
  if (state.source === absolute(address) && state.playing) pause();
  else play(address);
}

/** Moves to a second of the recording; one that is not loaded yet begins there. */
export function seek(address: string, seconds: number): void {
  const media = load(address);
  const time = Math.max(0, Math.min(seconds, state.length ?? seconds));
  media.currentTime = time;
  set({ time });
}

export function changeSpeed(speed: number): void {
  rememberSpeed(speed);
  if (audio !== undefined) audio.playbackRate = speed;
  set({ speed });
}

export function toggleMute(): void {
  const muted = !state.muted;
  if (audio !== undefined) audio.muted = muted;
  set({ muted });
}

/** Silence, and nothing loaded: who signs out or leaves the page takes the sound along. */
export function stop(): void {
  audio?.pause();
  audio?.removeAttribute('src');
  set(SILENCE);
}

/** The element that sounds, for what draws it. */
export function mediaElement(): HTMLAudioElement {
  audio ??= createAudio();
  return audio;
}

export function absolute(address: string): string {
  return new URL(address, window.location.href).href;
}

const SILENCE = {
  source: undefined,
  playing: false,
  waiting: false,
  failed: false,
  time: 0,
  length: undefined,
} as const;

let state: Sound = { ...SILENCE, speed: rememberedSpeed(), muted: false };
let audio: HTMLAudioElement | undefined;
let tabs: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(changes: Partial<Sound>): void {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

function load(address: string): HTMLAudioElement {
  const media = mediaElement();
  const source = absolute(address);
  if (state.source === source && !state.failed) return media;
  media.src = source;
  media.defaultPlaybackRate = state.speed;
  media.playbackRate = state.speed;
  set({ ...SILENCE, source });
  return media;
}

function createAudio(): HTMLAudioElement {
  const media = new Audio();
  media.preload = 'auto';
  media.muted = state.muted;
  const on = (event: keyof HTMLMediaElementEventMap, changes: () => Partial<Sound>) =>
    media.addEventListener(event, () => set(changes()));
  on('play', () => ({ playing: true, failed: false }));
  on('pause', () => ({ playing: false, waiting: false }));
  on('waiting', () => ({ waiting: true }));
  on('playing', () => ({ waiting: false }));
  on('timeupdate', () => ({ time: media.currentTime }));
  on('seeked', () => ({ time: media.currentTime }));
  on('durationchange', () => ({ length: Number.isFinite(media.duration) ? media.duration : undefined }));
  on('error', () => (media.getAttribute('src') === null ? {} : { failed: true, playing: false, waiting: false }));
  tabs = new BroadcastChannel('mcube.sound');
  tabs.onmessage = () => media.pause();
  return media;
}
