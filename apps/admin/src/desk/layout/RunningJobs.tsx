import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { runningJobsQuery } from '../../base/graph/generated/layout.ts';
import type { RunningJobsQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { addressOfJob } from '../../base/graph/job-places.ts';

interface RunningJob {
  readonly key: string;
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly to: string;
}

/** The running jobs: their number, their progress, and a link to each. */
export function RunningJobs(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useAnswer(
    runningJobsQuery,
    { rosters: can('roster.import') },
    { every: (answer) => (jobsIn(answer, (name) => name).length > 0 ? 2_000 : 30_000) },
  );
  const jobs = jobsIn(data, (name) => say('layout.jobImport', { name }));
  const leave = (): void => setAnchor(null);
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
      <Menu anchorEl={anchor} open={anchor !== null} onClose={leave}>
        {jobs.length === 0 ? <MenuItem disabled>{say('layout.jobsNone')}</MenuItem> : null}
        {jobs.map((job) => (
          <MenuItem key={job.key} component={Link} to={job.to} onClick={leave}>
            <Box sx={{ width: 240 }}>
              {job.name} {job.done}/{job.total}
              <LinearProgress
                variant="determinate"
                aria-label={job.name}
                value={job.total === 0 ? 0 : (job.done / job.total) * 100}
              />
            </Box>
          </MenuItem>
        ))}
        <MenuItem component={Link} to="/jobs" onClick={leave}>
          {say('jobs.title')}
        </MenuItem>
      </Menu>
    </>
  );
}

function jobsIn(answer: RunningJobsQuery | undefined, nameOfImport: (file: string) => string): readonly RunningJob[] {
  const rosters = (answer?.rosterImports?.items ?? []).filter((each) => each.status === 'RUNNING');
  const lists = [...(answer?.caseRecordsJobs?.items ?? []), ...(answer?.fundsJobs?.items ?? [])];
  return [
    ...rosters.map(({ id, fileName, rowsDone, rowsTotal }) => ({
      key: id,
      name: nameOfImport(fileName),
      done: rowsDone,
      total: rowsTotal,
      to: `/roster-imports/${id}`,
    })),
    ...lists.map((job) => ({
      key: job.id,
      name: job.title,
      done: job.done + job.refused,
      total: job.total,
      to: addressOfJob(job),
    })),
  ];
}
