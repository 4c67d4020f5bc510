import DashboardIcon from '@mui/icons-material/BarChartOutlined';
import CallIcon from '@mui/icons-material/CallOutlined';
import GroupsIcon from '@mui/icons-material/GroupsOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import LeadIcon from '@mui/icons-material/PersonSearchOutlined';
import MissedIcon from '@mui/icons-material/PhoneMissedOutlined';
import OdooIcon from '@mui/icons-material/SyncAltOutlined';
import type { ComponentType } from 'react';
import { lazyView, type View } from './lazy-view.ts';

const LeadForm = lazyView(() => import('./views/crm-lead.form.tsx'));

/** A screen is added here, in a line; the navigation, the routes and the keys follow from it. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'missed-calls',
    group: 'work',
    icon: MissedIcon,
    goKey: 'm',
    counter: { state: 'open' },
    views: { list: lazyView(() => import('./views/missed-call.list.tsx')) },
  },
  {
    name: 'call-records',
    group: 'work',
    icon: CallIcon,
    goKey: 'c',
    views: {
      list: lazyView(() => import('./views/call-record.list.tsx')),
      show: lazyView(() => import('./views/call-record.form.tsx')),
    },
  },
  { name: 'call-records/graph', page: lazyView(() => import('./views/call-record.graph.tsx')) },
  { name: 'shared/:token', open: true, page: lazyView(() => import('./views/shared-call.tsx')) },
  {
    name: 'leads',
    group: 'work',
    icon: LeadIcon,
    goKey: 'l',
    views: {
      list: lazyView(() => import('./views/crm-lead.list.tsx')),
      show: LeadForm,
      // An address of its own only because react-admin has one: a lead is read and changed on one page.
      edit: LeadForm,
      create: lazyView(() => import('./views/crm-lead.create.tsx')),
    },
  },
  { name: 'leads/kanban', page: lazyView(() => import('./views/crm-lead.kanban.tsx')) },
  {
    name: 'dashboard',
    group: 'work',
    icon: DashboardIcon,
    goKey: 'd',
    page: lazyView(() => import('./views/dashboard.graph.tsx')),
  },
  {
    name: 'users',
    group: 'administration',
    icon: PeopleIcon,
    views: {
      list: lazyView(() => import('./views/user.list.tsx')),
      edit: lazyView(() => import('./views/user.form.tsx').then(({ UserEdit }) => ({ default: UserEdit }))),
      create: lazyView(() => import('./views/user.form.tsx').then(({ UserCreate }) => ({ default: UserCreate }))),
    },
  },
  {
    name: 'teams',
    group: 'administration',
    icon: GroupsIcon,
    views: {
      list: lazyView(() => import('./views/team.list.tsx')),
      edit: lazyView(() => import('./views/team.form.tsx').then(({ TeamEdit }) => ({ default: TeamEdit }))),
      create: lazyView(() => import('./views/team.form.tsx').then(({ TeamCreate }) => ({ default: TeamCreate }))),
    },
  },
  {
    name: 'webhook-events',
    group: 'administration',
    icon: InboxIcon,
    goKey: 'i',
    views: {
      list: lazyView(() => import('./views/webhook-event.list.tsx')),
      show: lazyView(() => import('./views/webhook-event.form.tsx')),
    },
  },
  {
    name: 'api-keys',
    group: 'administration',
    icon: KeyIcon,
    views: { list: lazyView(() => import('./views/api-key.list.tsx')) },
  },
  {
    name: 'odoo',
    group: 'administration',
    icon: OdooIcon,
    page: lazyView(() => import('./views/odoo.tsx')),
  },
  { name: 'odoo-deliveries', views: { list: lazyView(() => import('./views/odoo-delivery.list.tsx')) } },
  { name: 'odoo-conflicts', views: { list: lazyView(() => import('./views/odoo-conflict.list.tsx')) } },
  { name: 'preferences', page: lazyView(() => import('./views/preferences.tsx')) },
  { name: 'welcome', page: lazyView(() => import('./views/welcome.tsx')) },
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
  views?: { list?: View; show?: View; edit?: View; create?: View };
  /** Or a page of its own. */
  page?: View;
  /** A page for whoever has its address, without a sign-in and without the navigation: `shared/:token`. */
  open?: boolean;
};
