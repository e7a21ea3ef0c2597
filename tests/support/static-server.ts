export { type StaticServer, serveStatic } from '../../src/io/static-server.ts';
