-- One record per call, whoever writes it and however often.
CREATE UNIQUE INDEX IF NOT EXISTS x_mcube_call_record_call_id_unique ON x_mcube_call_record (x_call_id);
