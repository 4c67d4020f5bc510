/** Who answers the telephone in the made-up company. Every number is invented. */
export const AGENTS: readonly Agent[] = [
  agent('Asha Rao', '9800000001', '8030000001', 'Sales'),
  agent('Bharat Nair', '9800000002', '8030000002', 'Sales'),
  agent('Chitra Menon', '9800000003', '8030000003', 'Sales'),
  agent('Dev Kapoor', '9800000004', '8030000004', 'Sales'),
  agent('Esha Iyer', '9800000005', '8030000005', 'Support'),
  agent('Farhan Ali', '9800000006', '8030000006', 'Support'),
  agent('Gita Joshi', '9800000007', '8030000007', 'Support'),
  agent('Hari Pillai', '9800000008', '8030000008', 'Support'),
];

export const TEAMS = ['Sales', 'Support'] as const;

export type TeamName = (typeof TEAMS)[number];

export type Agent = { login: string; name: string; phone: string; email: string; directLine: string; team: TeamName };

export const FIRST_NAMES = [
  'Aarav',
  'Aditi',
  'Anil',
  'Bhavna',
  'Deepak',
  'Divya',
  'Gopal',
  'Harini',
  'Ishaan',
  'Jaya',
  'Karan',
  'Lakshmi',
  'Manoj',
  'Meera',
  'Nikhil',
  'Pooja',
  'Rahul',
  'Ritu',
  'Sanjay',
  'Shalini',
  'Tara',
  'Uma',
  'Vikram',
  'Zoya',
] as const;

export const LAST_NAMES = [
  'Agarwal',
  'Bose',
  'Chopra',
  'Das',
  'Fernandes',
  'Ghosh',
  'Hegde',
  'Jain',
  'Khan',
  'Kulkarni',
  'Mehta',
  'Patel',
  'Reddy',
  'Shah',
  'Sharma',
  'Singh',
  'Thomas',
  'Varma',
] as const;

function agent(name: string, phone: string, directLine: string, team: TeamName): Agent {
  const login = (name.split(' ')[0] ?? name).toLowerCase();
  return { login, name, phone, email: `${login}@example.com`, directLine, team };
}
