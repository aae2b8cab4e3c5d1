/** Every route of the HTTP API and of the pages: the CDK app makes the gateway's routes from this list. */
import type { RouteContract } from './route.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { callBackRoutes } from './http/call-backs.ts';
import { catalogueRoutes } from './http/catalogue.ts';
import { channelRoutes } from './http/channels.ts';
import { dossierRoutes } from './http/dossiers.ts';
import { mailDeskRoutes } from './http/mail-desk.ts';
import { openDataRoutes } from './http/open-data.ts';
import { phoneRoutes } from './http/phone.ts';
import { postRoutes } from './http/post.ts';
import { reportDeskRoutes } from './http/report-desk.ts';
import { reportRoutes } from './http/reports.ts';
import { siteRoutes } from './http/site.ts';
import { staffRoutes } from './http/staff.ts';

export const allRoutes: readonly RouteContract[] = [
  ...attachmentRoutes,
  ...callBackRoutes,
  ...catalogueRoutes,
  ...channelRoutes,
  ...dossierRoutes,
  ...mailDeskRoutes,
  ...openDataRoutes,
  ...phoneRoutes,
  ...postRoutes,
  ...reportDeskRoutes,
  ...reportRoutes,
  ...siteRoutes,
  ...staffRoutes,
];
