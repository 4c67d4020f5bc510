/** Where a table of a dozen columns is wider than its place, unless it is drawn closer. */
export const ON_A_LAPTOP = '@media (max-width: 1535.95px)';

/** What a name may take of such a table: the rest of it is told by the row's own page. */
export const NAME_WIDTH = 'clamp(168px, 14vw, 240px)';
