import { oneStopApp } from './one-stop-app.ts';

oneStopApp({}).app.synth();
