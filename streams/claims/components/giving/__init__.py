"""Parts of the pledges component: who gives, who gets, what for, how far it has come."""
