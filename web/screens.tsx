import CallIcon from '@mui/icons-material/CallOutlined';
import { type ComponentType, lazy } from 'react';

/** A screen is added here, in a line; the navigation, the routes and the keys follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'call-records',
    group: 'work',
    icon: CallIcon,
    goKey: 'c',
    views: {
      list: lazy(() => import('./views/call-record.list.tsx')),
      show: lazy(() => import('./views/call-record.form.tsx')),
    },
  },
  { name: 'call-records/graph', page: lazy(() => import('./views/call-record.graph.tsx')) },
  { name: 'shared/:token', open: true, page: lazy(() => import('./views/shared-call.tsx')) },
];

/** The first of them that the person may see is where they begin. */
export const HOME = ['call-records'] as const;

export type Screen = {
  /** Its address and, for a resource, the path of the API. What it shows of a model: api/access.ts. */
  name: string;
  /** Where the navigation offers it; without one it has an address only. */
  group?: 'work' | 'administration';
  icon?: ComponentType;
  /** g and then this key go there. */
  goKey?: string;
  /** The navigation shows how many records have these values. */
  counter?: Readonly<Record<string, unknown>>;
  /** The views of a resource. */
  views?: { list?: ComponentType; show?: ComponentType; edit?: ComponentType; create?: ComponentType };
  /** Or a page of its own. */
  page?: ComponentType;
  /** A page for whoever has its address, without a sign-in and without the navigation: `shared/:token`. */
  open?: boolean;
};
