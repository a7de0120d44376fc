import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { runningJobsQuery } from '../graph/generated/layout.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useWords } from '../i18n/use-words.ts';

/** Work that goes on by itself: how many, how far, and the way back to each. */
export function RunningJobs(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useAnswer(
    runningJobsQuery,
    {},
    {
      enabled: can('roster.import'),
      every: (answer) =>
        answer?.rosterImports.items.some((each) => each.status === 'RUNNING') === true ? 2_000 : 30_000,
    },
  );
  if (!can('roster.import')) return null;
  const jobs = data?.rosterImports.items.filter((each) => each.status === 'RUNNING') ?? [];
  return (
    <>
      <IconButton
        color="inherit"
        aria-label={jobs.length === 0 ? say('layout.jobs') : `${say('layout.jobs')} ${jobs.length}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Badge badgeContent={jobs.length === 0 ? null : jobs.length} color="warning">
          <SyncOutlined />
        </Badge>
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {jobs.length === 0 ? <MenuItem disabled>{say('layout.jobsNone')}</MenuItem> : null}
        {jobs.map((job) => (
          <MenuItem key={job.id} component={Link} to={`/roster-imports/${job.id}`} onClick={() => setAnchor(null)}>
            <Box sx={{ width: 240 }}>
              {say('layout.jobImport', { name: job.fileName })} {job.rowsDone}/{job.rowsTotal}
              <LinearProgress
                variant="determinate"
                aria-label={job.fileName}
                value={job.rowsTotal === 0 ? 0 : (job.rowsDone / job.rowsTotal) * 100}
              />
            </Box>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
