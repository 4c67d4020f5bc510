import { addBell } from './bell.ts';
import { addCallButtons } from './call-button.ts';
import { addPlayer } from './player.ts';

addPlayer();
addCallButtons();
addBell();
