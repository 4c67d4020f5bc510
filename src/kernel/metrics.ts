import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Everything the service counts, in the words of Prometheus. Times are seconds. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    webhookRequests: new Counter({
      name: 'mcube_webhook_requests_total',
      help: 'Webhook requests by result.',
      labelNames: ['result'],
      registers,
    }),
    webhookEvents: new Counter({ name: 'mcube_webhook_events_total', help: 'Webhook events accepted.', registers }),
    acceptSeconds: new Histogram({
      name: 'mcube_webhook_accept_seconds',
      help: 'From a complete webhook request to its answer, the commit included.',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    inboxDepth: new Gauge({
      name: 'mcube_inbox_events',
      help: 'Accepted events that wait to be processed.',
      registers,
    }),
    inboxAge: new Gauge({ name: 'mcube_inbox_oldest_seconds', help: 'Age of the oldest waiting event.', registers }),
    failedEvents: new Gauge({ name: 'mcube_failed_events', help: 'Events kept as failed.', registers }),
    batchSeconds: new Histogram({
      name: 'mcube_batch_seconds',
      help: 'Processing of one batch of events, the commit included.',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    eventSeconds: new Histogram({
      name: 'mcube_event_seconds',
      help: 'Processing time per event: the batch shared among its events.',
      buckets: [0.00002, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.02, 0.1],
      registers,
    }),
    processedEvents: new Counter({
      name: 'mcube_processed_events_total',
      help: 'Events processed by result.',
      labelNames: ['result'],
      registers,
    }),
    leadsCreated: new Counter({
      name: 'mcube_leads_created_total',
      help: 'Leads opened for unknown callers.',
      registers,
    }),
    leadCreationFailures: new Counter({
      name: 'mcube_lead_creation_failures_total',
      help: 'Attempts at an event that failed before its call stood on its lead.',
      registers,
    }),
    recordings: new Counter({
      name: 'mcube_recordings_total',
      help: 'Work on recordings by result.',
      labelNames: ['result'],
      registers,
    }),
    recordingsWaiting: new Gauge({
      name: 'mcube_recordings_waiting',
      help: 'Recordings to be fetched or erased, now or later.',
      registers,
    }),
    recordingsFailed: new Gauge({
      name: 'mcube_recordings_failed',
      help: 'Recordings that could not be fetched.',
      registers,
    }),
    odooDeliveries: new Counter({
      name: 'mcube_odoo_deliveries_total',
      help: 'Records brought to Odoo, or not, by result.',
      labelNames: ['result'],
      registers,
    }),
    odooWaiting: new Gauge({
      name: 'mcube_odoo_waiting',
      help: 'Records that wait to be brought to Odoo, now or later.',
      registers,
    }),
    odooAge: new Gauge({
      name: 'mcube_odoo_oldest_seconds',
      help: 'Age of the longest waiting record for Odoo.',
      registers,
    }),
    odooFailed: new Gauge({
      name: 'mcube_odoo_failed',
      help: 'Records that Odoo did not take, and that wait for a person.',
      registers,
    }),
    querySeconds: new Histogram({
      name: 'mcube_query_seconds',
      help: 'Database statements by their first word.',
      labelNames: ['statement'],
      buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
      registers,
    }),
  };
}
