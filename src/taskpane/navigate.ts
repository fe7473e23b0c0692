// Where in the pane should the user be? The ribbon says it, the pane hears it.

import type { Place } from "./session";

type Listener = (place: Place) => void;

const listeners = new Set<Listener>();
let waiting: Place | null = null;

/** Brings the pane to a place; a pane that is not there yet goes there when it starts. */
export function goTo(place: Place): void {
  waiting = listeners.size === 0 ? place : null;
  for (const listener of listeners) listener(place);
}

/** Calls the listener for every place asked for, also the last one before it listened; gives what ends it. */
export function onGoTo(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting !== null) listener(waiting);
  waiting = null;
  return () => listeners.delete(listener);
}
