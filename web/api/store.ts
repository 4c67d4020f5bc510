import { localStorageStore } from 'react-admin';

/** What react-admin remembers of this device: columns, filters, rows a page. */
export const store = localStorageStore('1', 'mcube');
