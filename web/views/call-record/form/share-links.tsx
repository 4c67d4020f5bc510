import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Schema } from '../../../api/types.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { useFormat } from '../../../format/use-format.ts';

type Props = {
  links: readonly Schema['ShareLink'][];
  onRevoke: (id: number) => void;
};

/** The links that there are to a call: those that work can be copied and revoked. */
export function ShareLinks({ links, onRevoke }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, mt: 3, mb: 0 }}>
      {links.map(({ id, url, user_name, create_date, expires_at, revoked }) => {
        const over = revoked || new Date(expires_at) <= new Date();
        const end = translate(revoked ? 'share.revoked' : over ? 'share.expired' : 'share.until', {
          time: format.moment(expires_at),
        });
        return (
          <Stack key={id} component="li" spacing={0.5}>
            {!over && (
              <TextField
                value={url}
                slotProps={{
                  htmlInput: { readOnly: true, 'aria-label': translate('share.link') },
                  input: {
                    endAdornment: (
                      <InputAdornment position="end">
                        <CopyButton text={url} label="share.copy" size="small" edge="end" />
                      </InputAdornment>
                    ),
                  },
                }}
              />
            )}
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                {translate('share.made_by', { name: user_name, time: format.moment(create_date) })} · {end}
              </Typography>
              {!over && (
                <Button size="small" color="error" onClick={() => onRevoke(id)}>
                  {translate('share.revoke')}
                </Button>
              )}
            </Stack>
          </Stack>
        );
      })}
    </Stack>
  );
}
