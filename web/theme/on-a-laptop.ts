/** Where a table of a dozen columns is wider than its place, unless it is drawn closer. */
export const ON_A_LAPTOP = '@media (max-width: 1439.95px)';
