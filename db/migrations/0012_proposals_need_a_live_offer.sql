-- Nobody is put to an offer that was paused, closed or withdrawn in the same moment, whatever the page believed.

CREATE TRIGGER a_proposal_needs_a_live_offer BEFORE INSERT ON match WHEN NEW.state = 'proposed' AND (SELECT state FROM opportunity WHERE id = NEW.opportunity_id) <> 'published' BEGIN SELECT RAISE(ABORT, 'offer is not live'); END;
