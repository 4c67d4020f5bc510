/** Side by side, more leads than these are not compared but looked at. */
export const MOST_COMPARED = 5;
