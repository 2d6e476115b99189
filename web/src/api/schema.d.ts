// Generated from openapi.json by `npm run api`; do not edit.
export interface paths {
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_applications"];
        put?: never;
        post: operations["create_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_application"];
        put: operations["replace_application"];
        post?: never;
        delete: operations["delete_application"];
        options?: never;
        head?: never;
        patch: operations["update_application"];
        trace?: never;
    };
    "/api/v1/applications/{application_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_application_contacts"];
        put?: never;
        post: operations["add_application_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_application_contact"];
        post?: never;
        delete: operations["delete_application_contact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_application_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_application_event"];
        post?: never;
        delete: operations["delete_application_event"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["place_application"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_application_reminders"];
        put?: never;
        post: operations["add_application_reminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/reminders/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["change_application_reminder"];
        post?: never;
        delete: operations["delete_application_reminder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["set_application_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{application_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_application_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_application_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/bulk/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["delete_applications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/bulk/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["set_status_of_applications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_application_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/calendar/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renew_calendar_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_applications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/import/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_application_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_application_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_account"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/account/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_account_storage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_me"];
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["forgot_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/ws-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["make_ws_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_document"];
        put: operations["update_document"];
        post?: never;
        delete: operations["delete_document"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["check_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["compare_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/diff/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reject_document_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["download_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["export_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["match_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_document_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/versions/{version_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_document_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/versions/{version_number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_document_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/export-formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_export_formats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_generations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_generation"];
        put?: never;
        post?: never;
        delete: operations["cancel_or_delete_generation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_generation_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stream_generation_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["give_generation_feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["regenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_generation_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{generation_id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["validate_generation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/cover-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["generate_cover_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["generate_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_interview_preps"];
        put?: never;
        post: operations["start_interview_prep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps/{prep_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_interview_prep"];
        put?: never;
        post?: never;
        delete: operations["delete_interview_prep"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps/{prep_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_interview_answers"];
        put?: never;
        post: operations["answer_interview_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps/{prep_id}/answers/{answer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_interview_answer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps/{prep_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_interview_prep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interview-preps/{prep_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_interview_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_jobs"];
        put?: never;
        post: operations["create_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_job"];
        put: operations["replace_job"];
        post?: never;
        delete: operations["delete_job"];
        options?: never;
        head?: never;
        patch: operations["update_job"];
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_analysis"];
        put?: never;
        post: operations["start_analysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/check-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["check_job_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_similar_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/bulk/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["delete_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/bulk/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["set_status_of_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["match_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["parse_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/parse-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["parse_job_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search_job_boards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_saved_searches"];
        put?: never;
        post: operations["create_saved_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/searches/{search_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_saved_search"];
        put: operations["replace_saved_search"];
        post?: never;
        delete: operations["delete_saved_search"];
        options?: never;
        head?: never;
        patch: operations["update_saved_search"];
        trace?: never;
    };
    "/api/v1/jobs/searches/{search_id}/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_saved_search_hits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/searches/{search_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["run_saved_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/searches/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_search_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_job_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_llm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_llm_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_llm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_notification"];
        put?: never;
        post?: never;
        delete: operations["delete_notification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/muted/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["mute_application"];
        post?: never;
        delete: operations["unmute_application"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_notification_preferences"];
        put: operations["change_notification_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renew_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_all_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stream_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_notification_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_profiles"];
        put?: never;
        post: operations["create_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_profile"];
        put: operations["replace_profile"];
        post?: never;
        delete: operations["delete_profile"];
        options?: never;
        head?: never;
        patch: operations["update_profile"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["activate_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_profile_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/denied-skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_denied_skills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_denied_skills"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/education": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_education"];
        put?: never;
        post: operations["add_education"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/education/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_education"];
        put: operations["replace_education"];
        post?: never;
        delete: operations["delete_education"];
        options?: never;
        head?: never;
        patch: operations["update_education"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/education/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_education_in_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/education/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["order_education"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/experiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_experiences"];
        put?: never;
        post: operations["add_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/experiences/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_experience"];
        put: operations["replace_experience"];
        post?: never;
        delete: operations["delete_experience"];
        options?: never;
        head?: never;
        patch: operations["update_experience"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/experiences/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_experiences_in_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/experiences/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["order_experiences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_projects"];
        put?: never;
        post: operations["add_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/projects/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_project"];
        put: operations["replace_project"];
        post?: never;
        delete: operations["delete_project"];
        options?: never;
        head?: never;
        patch: operations["update_project"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/projects/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_projects_in_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/projects/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["order_projects"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_skills"];
        put?: never;
        post: operations["add_skill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/skills/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_skill"];
        put: operations["replace_skill"];
        post?: never;
        delete: operations["delete_skill"];
        options?: never;
        head?: never;
        patch: operations["update_skill"];
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/skills/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["change_skills_in_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/skills/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["order_skills"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_profile_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_profile_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_profile_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_profile_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_profile_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_active_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resume/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["analyze_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_resumes"];
        put?: never;
        post: operations["upload_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{resume_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_resume"];
        put?: never;
        post?: never;
        delete: operations["delete_resume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{resume_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_resume_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{resume_id}/reparse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reparse_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reusable-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_reusable_answers"];
        put?: never;
        post: operations["create_reusable_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reusable-answers/{reusable_answer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reusable_answer"];
        put?: never;
        post?: never;
        delete: operations["delete_reusable_answer"];
        options?: never;
        head?: never;
        patch: operations["update_reusable_answer"];
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_saved_views"];
        put?: never;
        post: operations["create_saved_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{saved_view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_saved_view"];
        put?: never;
        post?: never;
        delete: operations["delete_saved_view"];
        options?: never;
        head?: never;
        patch: operations["update_saved_view"];
        trace?: never;
    };
    "/api/v1/tailoring-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_tailoring_sessions"];
        put?: never;
        post: operations["start_tailoring_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_tailoring_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer_tailoring_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}/answers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_tailoring_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refuse_tailoring_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["chat_in_tailoring_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tailoring-sessions/{tailoring_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop_tailoring_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["prometheus_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountDeleteIn: {
            password: string;
        };
        ActiveDay: {
            count: number;
            /** Format: date */
            day: string;
        };
        AnalysisIn: {
            /**
             * @default experienced
             * @enum {string}
             */
            candidate_level?: "fresher" | "experienced";
            profile_id?: string | null;
            resume_id?: string | null;
            /** @default [] */
            target_stack?: string[] | string;
        };
        AnalysisOut: {
            ats_score: number | null;
            /** @enum {string} */
            candidate_level: "fresher" | "experienced";
            /** Format: date-time */
            created_at: string;
            error_message: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id: string;
            matched_keywords: string[];
            missing_keywords: string[];
            profile_id: string | null;
            resume_id: string | null;
            score_breakdown: components["schemas"]["AtsBreakdown"] | null;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed";
            strengths: string[];
            suggestions: string[];
            target_stack: string[];
            /** Format: date-time */
            updated_at: string;
        };
        AnalysisStartedOut: {
            /** Format: uuid */
            analysis_id: string;
            /** @enum {string} */
            candidate_level: "fresher" | "experienced";
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed";
            target_stack: string[];
        };
        AnswerFeedback: {
            advice: string[];
            fillers: components["schemas"]["Span"][];
            length: components["schemas"]["AnswerLength"];
            outline: components["schemas"]["ImprovedOutline"];
            parts: components["schemas"]["ScorePart"][];
            relevance: components["schemas"]["AnswerRelevance"];
            score: number;
            specificity: components["schemas"]["AnswerSpecificity"];
            star: components["schemas"]["StarFinding"][];
            unproven: components["schemas"]["UnprovenClaim"][];
        };
        AnswerIn: {
            answer: string;
            question_id: string;
        };
        AnswerLength: {
            seconds: number;
            /** @enum {string} */
            verdict: "short" | "good" | "long";
            words: number;
        };
        AnswerOutline: {
            action: components["schemas"]["OutlinePart"];
            result: components["schemas"]["OutlinePart"];
            situation: components["schemas"]["OutlinePart"];
            task: components["schemas"]["OutlinePart"];
        };
        AnswerPreviewOut: {
            facts: string[];
            /** @enum {string} */
            kind: "told" | "denied" | "skipped" | "unused";
            message: string;
        };
        AnswerRelevance: {
            covered: string[];
            explanation: string;
            missed: string[];
            share: number;
        };
        AnswerSpecificity: {
            companies: string[];
            first_person: number;
            names: components["schemas"]["Span"][];
            numbers: components["schemas"]["Span"][];
            vague: components["schemas"]["Span"][];
            we: number;
        };
        AnswerWording: {
            /** @default  */
            host: string;
            /** @default  */
            model: string;
            /** @default  */
            notice: string;
            /** @default  */
            prompt_version: string;
            /** @default [] */
            refused: string[];
            /** @default [] */
            sentences: components["schemas"]["RewordedSentence"][];
            /**
             * @default pending
             * @enum {string}
             */
            status: "pending" | "completed" | "failed";
        };
        Application: {
            applied_at: string | null;
            cover_letter_document_id: string | null;
            /** Format: date-time */
            created_at: string;
            deadline: string | null;
            /** Format: uuid */
            id: string;
            job: components["schemas"]["JobSummary"] | null;
            /** Format: uuid */
            job_id: string;
            /** @default [] */
            labels: string[];
            /** @default  */
            next_action: string;
            next_action_at: string | null;
            /** @default  */
            notes: string;
            /** @default 0 */
            position: number;
            resume_document_id: string | null;
            /** Format: date-time */
            saved_at: string;
            /**
             * @default interested
             * @enum {string}
             */
            status: "interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed";
            status_since: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            /** @default 1 */
            version: number;
        };
        ApplicationChanges: {
            cover_letter_document_id?: string | null;
            deadline?: string | null;
            labels?: string[] | null;
            next_action?: string | null;
            next_action_at?: string | null;
            notes?: string | null;
            resume_document_id?: string | null;
            status?: ("interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed") | null;
        };
        ApplicationContact: {
            /** Format: uuid */
            application_id: string;
            /** Format: date-time */
            created_at: string;
            /** @default  */
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @default  */
            notes: string;
            /** @default  */
            phone: string;
            /** @default  */
            role: string;
            /** Format: date-time */
            updated_at: string;
            /** @default  */
            url: string;
            /** Format: uuid */
            user_id: string;
        };
        ApplicationEvent: {
            /** Format: uuid */
            application_id: string;
            /** @default  */
            body: string;
            /** Format: date-time */
            created_at: string;
            document_id: string | null;
            document_type: string | null;
            ends_at: string | null;
            from_status: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "status_change" | "interview" | "call" | "note" | "document_sent";
            /** @default  */
            location: string;
            /** Format: date-time */
            occurred_at: string;
            /** @default  */
            title: string;
            to_status: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            version_number: number | null;
        };
        ApplicationIn: {
            cover_letter_document_id?: string | null;
            deadline?: string | null;
            /** Format: uuid */
            job_id: string;
            labels?: string[] | null;
            next_action?: string | null;
            next_action_at?: string | null;
            notes?: string | null;
            resume_document_id?: string | null;
            status?: ("interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed") | null;
        };
        ApplicationReminder: {
            /** Format: uuid */
            application_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @default false */
            is_done: boolean;
            /** @default  */
            notes: string;
            notified_at: string | null;
            /** Format: date-time */
            remind_at: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        ApplicationsStatusIn: {
            ids: string[];
            /** @enum {string} */
            status: "interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed";
        };
        ApplicationStats: {
            by_day: components["schemas"]["ActiveDay"][];
            by_resume_version: components["schemas"]["ResponseRate"][];
            by_source: components["schemas"]["ResponseRate"][];
            by_status: components["schemas"]["StageCount"][];
            by_week: components["schemas"]["ResponseRate"][];
            conversion: components["schemas"]["Conversion"][];
            funnel: components["schemas"]["StageCount"][];
            response_rate: components["schemas"]["Share"];
            time_in_status: components["schemas"]["StageTime"][];
            total: number;
        };
        AtsBreakdown: {
            project_impact: number;
            role_fit: number;
            skills_match: number;
            tools_frameworks: number;
        };
        AtsCheck: {
            message: string;
            name: string;
            /** @default [] */
            paths: string[];
            /** @enum {string} */
            status: "pass" | "warn" | "fail";
        };
        AtsFinding: {
            explanation: string;
            maximum: number;
            name: string;
            part: string;
            points: number;
        };
        AtsReport: {
            ats_score: number;
            /** @enum {string} */
            candidate_level: "fresher" | "experienced";
            findings: components["schemas"]["AtsFinding"][];
            matched_keywords: string[];
            missing_keywords: string[];
            score_breakdown: components["schemas"]["AtsBreakdown"];
            strengths: string[];
            suggestions: string[];
            target_stack: string[];
            version: string;
        };
        BoardColumn: {
            count: number;
            items: components["schemas"]["Application"][];
            /** @enum {string} */
            status: "interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed";
        };
        BoardOut: {
            columns: components["schemas"]["BoardColumn"][];
            total: number;
        };
        Body_import_applications: {
            file: string;
            mapping?: string | null;
        };
        Body_parse_job_file: {
            file: string;
        };
        Body_start_tailoring_session: {
            job_id?: string | null;
            job_text?: string | null;
            job_url?: string | null;
            profile_id?: string | null;
            resume?: string | null;
            resume_id?: string | null;
        };
        Body_token: {
            client_id?: string | null;
            /** Format: password */
            client_secret?: string | null;
            grant_type?: string | null;
            /** Format: password */
            password: string;
            /** @default  */
            scope?: string;
            username: string;
        };
        Body_upload_resume: {
            file: string;
            job_id?: string | null;
        };
        BulkFailure: {
            code: string;
            /** Format: uuid */
            id: string;
            message: string;
        };
        BulkReport: {
            done: string[];
            failed: components["schemas"]["BulkFailure"][];
        };
        CalendarTokenOut: {
            token: string;
            url: string;
        };
        CareerSummaryOut: {
            certifications: string[];
            current_titles: string[];
            education_level: ("associate" | "bachelor" | "master" | "phd") | null;
            full_name: string;
            headline: string;
            languages: string[];
            /** Format: uuid */
            profile_id: string;
            top_skills: components["schemas"]["ShownSkill"][];
            totals: components["schemas"]["CareerTotals"];
            version: number;
            years_of_experience: number;
        };
        CareerTotals: {
            achievements: number;
            certifications: number;
            education: number;
            experiences: number;
            languages: number;
            projects: number;
            soft_skills: number;
            technical_skills: number;
        };
        CategoryProgress: {
            answered: number;
            average: number | null;
            /** @enum {string} */
            category: "behavioral" | "technical" | "role" | "company" | "gap";
            total: number;
        };
        Change: {
            action: string;
            gain: number;
            keyword: string | null;
        };
        ChannelChoices: {
            email?: boolean | null;
            in_app?: boolean | null;
            sms?: boolean | null;
            webhook?: boolean | null;
        };
        ChannelOut: {
            address: string;
            /** @enum {string} */
            channel: "in_app" | "email" | "sms" | "webhook";
            is_available: boolean;
            is_offered: boolean;
            remark: string;
        };
        ChannelTestIn: {
            /** @enum {string} */
            channel: "in_app" | "email" | "sms" | "webhook";
        };
        ChannelTestOut: {
            /** @enum {string} */
            channel: "in_app" | "email" | "sms" | "webhook";
            error: string;
            is_delivered: boolean;
        };
        ChatIn: {
            /** @default  */
            context?: string;
            message: string;
        };
        ChatOut: {
            seq: number;
        };
        Checked: {
            path: string;
            reasons: components["schemas"]["Reason"][];
            text: string;
            /** @enum {string} */
            verdict: "grounded" | "ungrounded" | "unchecked";
        };
        CheckedField: {
            path: string;
            reasons: components["schemas"]["Reason"][];
            /** @enum {string} */
            verdict: "grounded" | "ungrounded" | "unchecked";
        };
        ChecksOut: {
            ats_checks: components["schemas"]["AtsCheck"][];
            grounding: components["schemas"]["GroundingReport"];
        };
        ChosenChannels: {
            email: boolean;
            in_app: boolean;
            sms: boolean;
            webhook: boolean;
        };
        ChosenKinds: {
            deadline: components["schemas"]["ChosenChannels"];
            generation_done: components["schemas"]["ChosenChannels"];
            new_jobs: components["schemas"]["ChosenChannels"];
            reminder: components["schemas"]["ChosenChannels"];
            status_change: components["schemas"]["ChosenChannels"];
        };
        Comparison: {
            better: string[];
            score_change: number;
            worse: string[];
        };
        Conflict: {
            field: string;
            incoming: string;
            kept: string;
        };
        ContactChanges: {
            email?: string | null;
            name?: string | null;
            notes?: string | null;
            phone?: string | null;
            role?: string | null;
            url?: string | null;
        };
        ContactIn: {
            email?: string | null;
            name: string;
            notes?: string | null;
            phone?: string | null;
            role?: string | null;
            url?: string | null;
        };
        Content: {
            /** @enum {string} */
            document_type: "resume" | "cover_letter";
            header: components["schemas"]["Header"];
            /** @default en */
            language: string;
            /** @default  */
            profile_id: string;
            /** @default 1 */
            profile_version: number;
            /** @default  */
            recipient: string;
            sections: components["schemas"]["Section"][];
            /** @default  */
            subject: string;
            unproven_fields: components["schemas"]["CheckedField"][];
        };
        Conversion: {
            from_stage: string;
            share: components["schemas"]["Share"];
            to_stage: string;
        };
        CsvColumn: {
            example: string;
            heading: string;
            name: ("id" | "title" | "company" | "location" | "source" | "job_url" | "status" | "labels" | "notes" | "deadline" | "next_action" | "next_action_at" | "saved_at" | "applied_at") | null;
        };
        CsvImportReport: {
            columns: components["schemas"]["CsvColumn"][];
            created: number;
            dry_run: boolean;
            failed: number;
            rows: components["schemas"]["RowOutcome"][];
            skipped: number;
            updated: number;
        };
        DeliveryOut: {
            attempts: number;
            /** @enum {string} */
            channel: "in_app" | "email" | "sms" | "webhook";
            delivered_at: string | null;
            error: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "parked";
        };
        DeniedSkillsIn: {
            /** @default [] */
            add?: string[];
            /** @default [] */
            remove?: string[];
        };
        DeniedSkillsOut: {
            /** Format: uuid */
            profile_id: string;
            skills: string[];
        };
        DiffOut: {
            against: string;
            changes: components["schemas"]["SentenceChange"][];
            fields: components["schemas"]["FieldChange"][];
        };
        DocumentIn: {
            content?: {
                [key: string]: unknown;
            } | null;
            /** @default  */
            note?: string;
            page_size?: ("a4" | "letter") | null;
            template?: string | null;
            title?: string | null;
        };
        DocumentMatchOut: {
            keywords: components["schemas"]["KeywordMatch"][];
            match_ceiling: number;
            match_score: number;
        };
        DocumentOut: {
            ats_score: number | null;
            ats_score_details: {
                [key: string]: unknown;
            };
            content: components["schemas"]["Content"];
            content_html: string;
            content_markdown: string;
            content_text: string;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            document_type: "resume" | "cover_letter";
            generation_id: string | null;
            /** Format: uuid */
            id: string;
            job_id: string | null;
            parameters: {
                [key: string]: unknown;
            };
            pdf_file_path: string | null;
            pdf_page_count: number | null;
            pdf_size_bytes: number | null;
            profile_id: string | null;
            provenance: components["schemas"]["SentenceSourceOut"][];
            readback: components["schemas"]["ReadBackResult"] | null;
            template: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            version_number: number;
        };
        DocumentSummaryOut: {
            ats_score: number | null;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            document_type: "resume" | "cover_letter";
            generation_id: string | null;
            /** Format: uuid */
            id: string;
            job_id: string | null;
            pdf_page_count: number | null;
            pdf_size_bytes: number | null;
            profile_id: string | null;
            readback: components["schemas"]["ReadBackResult"] | null;
            template: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            version_number: number;
        };
        DocumentVersion: {
            content: components["schemas"]["Content"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            document_id: string;
            /** @default  */
            note: string;
            template: string;
            /** Format: uuid */
            user_id: string;
            version_number: number;
        };
        Education: {
            /** @default  */
            degree: string;
            end_date: string | null;
            /** @default  */
            field_of_study: string;
            /** @default  */
            gpa: string;
            honors: string[];
            /** @default  */
            id: string;
            /** @default  */
            institution: string;
            start_date: string | null;
        };
        EducationBulk: {
            /** @default [] */
            create?: components["schemas"]["EducationIn"][];
            /** @default [] */
            delete?: string[];
            /** @default [] */
            update?: components["schemas"]["EducationUpdate"][];
        };
        EducationIn: {
            /** @default  */
            degree?: string;
            end_date?: string | null;
            /** @default  */
            field_of_study?: string;
            /** @default  */
            gpa?: string;
            /** @default [] */
            honors?: string[];
            id?: string | null;
            /** @default  */
            institution?: string;
            start_date?: string | null;
        };
        EducationUpdate: {
            /** @default  */
            degree?: string;
            end_date?: string | null;
            /** @default  */
            field_of_study?: string;
            /** @default  */
            gpa?: string;
            /** @default [] */
            honors?: string[];
            /** Format: uuid */
            id: string;
            /** @default  */
            institution?: string;
            start_date?: string | null;
        };
        Elsewhere: {
            job_url: string | null;
            source: string;
        };
        EmailVerifyIn: {
            token: string;
        };
        ErrorBody: {
            code: string;
            details: Record<string, never>;
            message: string;
        };
        ErrorOut: {
            error: components["schemas"]["ErrorBody"];
        };
        EventChanges: {
            body?: string | null;
            ends_at?: string | null;
            location?: string | null;
            occurred_at?: string | null;
            title?: string | null;
        };
        EventIn: {
            body?: string | null;
            document_id?: string | null;
            ends_at?: string | null;
            /** @enum {string} */
            kind: "status_change" | "interview" | "call" | "note" | "document_sent";
            location?: string | null;
            occurred_at?: string | null;
            title?: string | null;
            version_number?: number | null;
        };
        Experience: {
            achievements: string[];
            /** @default  */
            company: string;
            /** @default  */
            description: string;
            end_date: string | null;
            /** @default  */
            id: string;
            /** @default false */
            is_current: boolean;
            /** @default  */
            location: string;
            start_date: string | null;
            /** @default  */
            title: string;
        };
        ExperienceBulk: {
            /** @default [] */
            create?: components["schemas"]["ExperienceIn"][];
            /** @default [] */
            delete?: string[];
            /** @default [] */
            update?: components["schemas"]["ExperienceUpdate"][];
        };
        ExperienceIn: {
            /** @default [] */
            achievements?: string[];
            /** @default  */
            company?: string;
            /** @default  */
            description?: string;
            end_date?: string | null;
            id?: string | null;
            /** @default  */
            location?: string;
            start_date?: string | null;
            /** @default  */
            title?: string;
        };
        ExperienceUpdate: {
            /** @default [] */
            achievements?: string[];
            /** @default  */
            company?: string;
            /** @default  */
            description?: string;
            end_date?: string | null;
            /** Format: uuid */
            id: string;
            /** @default  */
            location?: string;
            start_date?: string | null;
            /** @default  */
            title?: string;
        };
        ExportFormatOut: {
            content_type: string;
            extension: string;
            /** @enum {string} */
            format: "pdf" | "docx" | "txt" | "markdown" | "html" | "json_resume";
        };
        ExportIn: {
            /** @enum {string} */
            format: "pdf" | "docx" | "txt" | "markdown" | "html" | "json_resume";
            page_size?: ("a4" | "letter") | null;
            template?: string | null;
        };
        ExportOut: {
            download_url: string;
            /** @enum {string} */
            format: "pdf" | "docx" | "txt" | "markdown" | "html" | "json_resume";
            page_count: number | null;
            readback: components["schemas"]["ReadBackResult"];
            size_bytes: number;
        };
        FactEvidence: {
            end: number;
            fact_id: string;
            start: number;
            text: string;
        };
        FeedbackIn: {
            accepted?: boolean | null;
            /** @default  */
            comment?: string;
            rating: number;
        };
        FieldChange: {
            after: string | null;
            after_path: string | null;
            before: string | null;
            before_path: string | null;
            entry_name: string;
            /** @enum {string} */
            field: "full_name" | "headline" | "email" | "phone" | "location" | "link" | "recipient" | "subject" | "section" | "heading" | "entry" | "title" | "organization" | "start_date" | "end_date" | "url";
            /** @enum {string} */
            kind: "changed" | "moved" | "added" | "removed";
        };
        FoundJob: {
            also_at: components["schemas"]["Elsewhere"][];
            application_deadline: string | null;
            band: ("excellent" | "strong" | "fair" | "weak" | "poor") | null;
            company: string | null;
            date_posted: string | null;
            employment_type: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            is_excerpt: boolean;
            job_url: string | null;
            location: string | null;
            match_score: number | null;
            matched_keywords: string[];
            missing_keywords: string[];
            remote: boolean;
            salary: components["schemas"]["Salary"] | null;
            salary_range: string | null;
            save: components["schemas"]["JobDraft"];
            saved_job_id: string | null;
            seniority: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            source: string;
            summary: string;
            title: string;
            workplace: ("remote" | "hybrid" | "onsite") | null;
        };
        GenerationAnalyticsOut: {
            ats: components["schemas"]["AtsReport"];
            feedback: components["schemas"]["GenerationFeedback"] | null;
            /** Format: uuid */
            generation_id: string;
            grounding: components["schemas"]["GroundingOut"];
            keywords: components["schemas"]["KeywordMatch"][];
            match_ceiling: number;
            match_parts: components["schemas"]["ScorePart"][];
            match_score: number;
        };
        GenerationFeedback: {
            accepted: boolean | null;
            /** @default  */
            comment: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            generation_id: string;
            /** Format: uuid */
            id: string;
            rating: number;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        GenerationIn: {
            client_request_id?: string | null;
            /** Format: uuid */
            job_id: string;
            options?: components["schemas"]["OptionsIn"];
            /** Format: uuid */
            profile_id: string;
        };
        GenerationOptions: {
            /** @default true */
            allow_fallback: boolean;
            candidate_level: ("fresher" | "experienced") | null;
            /**
             * @default builtin
             * @enum {string}
             */
            engine: "builtin" | "llm";
            include_sections: string[] | null;
            /** @default  */
            instructions: string;
            language: string | null;
            /**
             * @default auto
             * @enum {string}
             */
            length: "one_page" | "two_page" | "auto";
            /**
             * @default a4
             * @enum {string}
             */
            page_size: "a4" | "letter";
            /** @default [] */
            target_stack: string[];
            /** @default classic */
            template: string;
            /**
             * @default professional
             * @enum {string}
             */
            tone: "professional" | "warm" | "direct";
        };
        GenerationOut: {
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            document_type: "resume" | "cover_letter";
            /** @enum {string} */
            engine: "builtin" | "llm";
            error_message: string | null;
            estimated_completion: string | null;
            /** Format: uuid */
            generation_id: string;
            generation_time_seconds: number | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id: string;
            keywords_matched_count: number | null;
            keywords_required_count: number | null;
            match_score: number | null;
            model: string;
            options: components["schemas"]["GenerationOptions"];
            parent_generation_id: string | null;
            /** Format: uuid */
            profile_id: string;
            profile_version: number;
            progress: components["schemas"]["ProgressOut"];
            prompt_version: string;
            recommendations: string[];
            result: components["schemas"]["ResultLinkOut"] | null;
            /** @enum {string} */
            status: "pending" | "generating" | "completed" | "needs_review" | "failed" | "cancelled";
            token_usage: number;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        GenerationResultOut: {
            ats_score: number | null;
            ats_score_details: {
                [key: string]: unknown;
            };
            content_html: string;
            content_markdown: string;
            content_text: string;
            /** Format: uuid */
            document_id: string;
            /** @enum {string} */
            document_type: "resume" | "cover_letter";
            /** Format: uuid */
            generation_id: string;
            pdf_url: string;
            provenance: components["schemas"]["ProvenanceOut"][];
        };
        GroundingOut: {
            grounded: number;
            repaired: number;
            unchecked: number;
            ungrounded: number;
        };
        GroundingReport: {
            fields: components["schemas"]["CheckedField"][];
            grounded: number;
            sentences: components["schemas"]["Checked"][];
            unchecked: number;
            ungrounded: number;
        };
        Header: {
            /** @default  */
            email: string;
            /** @default  */
            full_name: string;
            /** @default  */
            headline: string;
            links: string[];
            /** @default  */
            location: string;
            /** @default  */
            phone: string;
        };
        IdsIn: {
            ids: string[];
        };
        ImportIn: {
            json_resume?: {
                [key: string]: unknown;
            } | null;
            profile_id?: string | null;
            resume_id?: string | null;
            sections?: ("contact" | "experiences" | "education" | "projects" | "skills" | "custom_fields")[] | null;
        };
        ImportOut: {
            profile: components["schemas"]["Profile"];
            report: components["schemas"]["ImportReport"];
        };
        ImportPreview: {
            profile_id: string | null;
            sections: components["schemas"]["ImportSection"][];
            version: number | null;
        };
        ImportPreviewIn: {
            json_resume?: {
                [key: string]: unknown;
            } | null;
            profile_id?: string | null;
            resume_id?: string | null;
        };
        ImportReport: {
            /** @default [] */
            added: string[];
            /** @default [] */
            conflicts: components["schemas"]["Conflict"][];
            /** @default [] */
            merged: string[];
            /** @default [] */
            uncertain: string[];
            /** @default [] */
            unplaced: string[];
            /** @default [] */
            warnings: string[];
        };
        ImportSection: {
            added: number;
            completed: number;
            conflicts: number;
            entries: components["schemas"]["MergedEntry"][];
            /** @enum {string} */
            section: "contact" | "experiences" | "education" | "projects" | "skills" | "custom_fields";
            unchanged: number;
        };
        ImportUndoIn: {
            application_ids: string[];
        };
        ImprovedOutline: {
            action: components["schemas"]["ImprovedPart"];
            result: components["schemas"]["ImprovedPart"];
            situation: components["schemas"]["ImprovedPart"];
            task: components["schemas"]["ImprovedPart"];
        };
        ImprovedPart: {
            /** @default [] */
            fact_ids: string[];
            /** @enum {string} */
            origin: "answer" | "profile" | "hint";
            text: string;
        };
        InterviewAnswerIn: {
            answer: string;
            /**
             * @default builtin
             * @enum {string}
             */
            engine?: "builtin" | "llm";
            question_id: string;
        };
        InterviewAnswerOut: {
            answer: string;
            attempt: number;
            comparison: components["schemas"]["Comparison"] | null;
            /** Format: date-time */
            created_at: string;
            feedback: components["schemas"]["AnswerFeedback"];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            prep_id: string;
            question_id: string;
            score: number;
            /** Format: date-time */
            updated_at: string;
            wording: components["schemas"]["AnswerWording"] | null;
        };
        InterviewPrepIn: {
            /** Format: uuid */
            job_id: string;
            /** Format: uuid */
            profile_id: string;
            /** @default [] */
            rounds?: string[];
        };
        InterviewPrepOut: {
            company: string;
            cover_letter_document_id: string | null;
            /** Format: date-time */
            created_at: string;
            error_message: string | null;
            facts: {
                [key: string]: string;
            };
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id: string;
            job_title: string;
            /** Format: uuid */
            profile_id: string;
            profile_version: number;
            questions: components["schemas"]["InterviewQuestion"][];
            questions_to_ask: components["schemas"]["QuestionToAsk"][];
            resume_document_id: string | null;
            rounds: components["schemas"]["InterviewRound"][];
            /** @enum {string} */
            status: "pending" | "completed" | "failed";
            topics: components["schemas"]["RevisionTopic"][];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        InterviewPrepSummaryOut: {
            company: string;
            cover_letter_document_id: string | null;
            /** Format: date-time */
            created_at: string;
            error_message: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            job_id: string;
            job_title: string;
            /** Format: uuid */
            profile_id: string;
            profile_version: number;
            resume_document_id: string | null;
            rounds: components["schemas"]["InterviewRound"][];
            /** @enum {string} */
            status: "pending" | "completed" | "failed";
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        InterviewProgress: {
            attempts: number;
            average: number | null;
            categories: components["schemas"]["CategoryProgress"][];
            improved: string[];
            last_practised_at: string | null;
            next_questions: string[];
            percent: number;
            questions_answered: number;
            questions_ready: number;
            questions_total: number;
        };
        InterviewQuestion: {
            /** @enum {string} */
            category: "behavioral" | "technical" | "role" | "company" | "gap";
            /**
             * @default working
             * @enum {string}
             */
            difficulty: "foundation" | "working" | "expert";
            /** @default [] */
            evidence: string[];
            /** @default  */
            id: string;
            /** @default  */
            keyword: string;
            outline: components["schemas"]["AnswerOutline"];
            /** @default [] */
            points: string[];
            prompted_by: components["schemas"]["QuestionPrompt"];
            question: string;
            why_asked: string;
        };
        InterviewRound: {
            categories: ("behavioral" | "technical" | "role" | "company" | "gap")[];
            name: string;
        };
        Item: {
            /** @default  */
            end_date: string | null;
            item_id: string | null;
            /** @default  */
            location: string;
            /** @default  */
            organization: string;
            sentences: components["schemas"]["Sentence"][];
            /** @default  */
            start_date: string;
            /** @default  */
            title: string;
            /** @default  */
            url: string;
        };
        Job: {
            application_deadline: string | null;
            /** @default [] */
            benefits: string[];
            company: string | null;
            /** @default  */
            content_hash: string;
            /** Format: date-time */
            created_at: string;
            date_posted: string | null;
            /** @default  */
            description: string;
            /**
             * @default manual
             * @enum {string}
             */
            description_source: "manual" | "extracted";
            duplicate_of: string | null;
            education_level: ("associate" | "bachelor" | "master" | "phd") | null;
            employment_type: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            extraction_error: string | null;
            /**
             * @default success
             * @enum {string}
             */
            extraction_status: "pending" | "success" | "failed" | "needs_manual";
            /** Format: uuid */
            id: string;
            job_url: string | null;
            /** @default en */
            language: string;
            location: string | null;
            /** @default [] */
            parsed_keywords: components["schemas"]["Keyword"][];
            /** @default  */
            raw_text: string;
            /** @default false */
            remote: boolean;
            /** @default [] */
            requirements: components["schemas"]["Requirement"][];
            /** @default [] */
            responsibilities: string[];
            salary: components["schemas"]["Salary"] | null;
            salary_range: string | null;
            seniority: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            /** @default manual */
            source: string;
            /**
             * @default active
             * @enum {string}
             */
            status: "active" | "draft" | "archived" | "expired";
            title: string | null;
            /** @default [] */
            uncertain: string[];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            workplace: ("remote" | "hybrid" | "onsite") | null;
            years_experience: components["schemas"]["YearsRange"] | null;
        };
        JobChanges: {
            application_deadline?: string | null;
            company?: string | null;
            date_posted?: string | null;
            description?: string | null;
            education_level?: ("associate" | "bachelor" | "master" | "phd") | null;
            employment_type?: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            job_url?: string | null;
            location?: string | null;
            remote?: boolean | null;
            salary?: components["schemas"]["Salary"] | null;
            seniority?: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            status?: ("active" | "draft" | "archived" | "expired") | null;
            title?: string | null;
            workplace?: ("remote" | "hybrid" | "onsite") | null;
            years_experience?: components["schemas"]["YearsRange"] | null;
        };
        JobDraft: {
            application_deadline: string | null;
            company: string | null;
            date_posted: string | null;
            description: string | null;
            employment_type: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            job_url: string | null;
            location: string | null;
            raw_text: string | null;
            remote: boolean;
            salary: components["schemas"]["Salary"] | null;
            source: string;
            title: string | null;
            workplace: ("remote" | "hybrid" | "onsite") | null;
        };
        JobIn: {
            application_deadline?: string | null;
            company?: string | null;
            date_posted?: string | null;
            description?: string | null;
            education_level?: ("associate" | "bachelor" | "master" | "phd") | null;
            employment_type?: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            job_url?: string | null;
            location?: string | null;
            raw_text?: string | null;
            remote?: boolean | null;
            salary?: components["schemas"]["Salary"] | null;
            seniority?: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            source: string;
            status?: ("active" | "draft" | "archived" | "expired") | null;
            title?: string | null;
            workplace?: ("remote" | "hybrid" | "onsite") | null;
            years_experience?: components["schemas"]["YearsRange"] | null;
        };
        JobListing: {
            application_deadline: string | null;
            company: string | null;
            /** Format: date-time */
            created_at: string;
            date_posted: string | null;
            /** @enum {string} */
            description_source: "manual" | "extracted";
            education_level: ("associate" | "bachelor" | "master" | "phd") | null;
            employment_type: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            extraction_error: string | null;
            /** @enum {string} */
            extraction_status: "pending" | "success" | "failed" | "needs_manual";
            /** Format: uuid */
            id: string;
            job_url: string | null;
            language: string;
            location: string | null;
            remote: boolean;
            salary: components["schemas"]["Salary"] | null;
            salary_range: string | null;
            seniority: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            source: string;
            /** @enum {string} */
            status: "active" | "draft" | "archived" | "expired";
            title: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            workplace: ("remote" | "hybrid" | "onsite") | null;
            years_experience: components["schemas"]["YearsRange"] | null;
        };
        JobMatchesIn: {
            job_ids: string[];
            profile_id?: string | null;
        };
        JobMatchesOut: {
            items: components["schemas"]["JobMatchOut"][];
            /** Format: uuid */
            profile_id: string;
        };
        JobMatchOut: {
            band: ("excellent" | "strong" | "fair" | "weak" | "poor") | null;
            /** Format: uuid */
            job_id: string;
            match_score: number | null;
        };
        JobSearchResult: {
            items: components["schemas"]["FoundJob"][];
            profile_id: string | null;
            sources: components["schemas"]["SearchedSource"][];
            total: number;
            warnings: components["schemas"]["SearchWarning"][];
        };
        JobSourceOut: {
            is_healthy: boolean;
            last_error: string | null;
            last_failure_at: string | null;
            last_success_at: string | null;
            source: string;
        };
        JobsStatusIn: {
            ids: string[];
            /** @enum {string} */
            status: "active" | "draft" | "archived" | "expired";
        };
        JobSummary: {
            application_deadline: string | null;
            company: string | null;
            /** Format: uuid */
            id: string;
            job_url: string | null;
            location: string | null;
            source: string;
            status: string;
            title: string | null;
        };
        Keyword: {
            /** @enum {string} */
            category: "technical" | "soft" | "language" | "certification" | "domain";
            either_or: string | null;
            /** @default [] */
            evidence: components["schemas"]["Span"][];
            keyword: string;
            min_years: number | null;
            required: boolean;
            weight: number;
        };
        KeywordMatch: {
            /** @enum {string} */
            category: "technical" | "soft" | "language" | "certification" | "domain";
            /** @default false */
            denied: boolean;
            either_or: string | null;
            keyword: string;
            /** @default [] */
            posting_evidence: components["schemas"]["Span"][];
            /** @default [] */
            profile_evidence: components["schemas"]["FactEvidence"][];
            required: boolean;
            /** @enum {string} */
            status: "shown" | "implied" | "missing";
            via: string | null;
            weight: number;
        };
        KindChoices: {
            deadline?: components["schemas"]["ChannelChoices"] | null;
            generation_done?: components["schemas"]["ChannelChoices"] | null;
            new_jobs?: components["schemas"]["ChannelChoices"] | null;
            reminder?: components["schemas"]["ChannelChoices"] | null;
            status_change?: components["schemas"]["ChannelChoices"] | null;
        };
        LinkCheck: {
            /** Format: date-time */
            checked_at: string;
            /** Format: uuid */
            job_id: string;
            job_url: string;
            reason: string;
            /** @enum {string} */
            state: "alive" | "gone" | "unknown";
        };
        LiveOut: {
            /**
             * @default ok
             * @constant
             */
            status: "ok";
        };
        LLMCallOut: {
            cost_estimate: number | null;
            /** Format: date-time */
            created_at: string;
            data_kinds: string[];
            generation_id: string | null;
            host: string;
            /** Format: uuid */
            id: string;
            input_tokens: number;
            model: string;
            output_tokens: number;
            provider: string;
            purpose: string;
            /** @enum {string} */
            status: "completed" | "invalid" | "refused" | "failed" | "cancelled";
        };
        LLMStatus: {
            configured: boolean;
            enabled: boolean;
            host: string;
            model: string;
            provider: string;
        };
        LLMTest: {
            input_tokens: number;
            model: string;
            output_tokens: number;
            seconds: number;
        };
        LoginIn: {
            email?: string | null;
            password: string;
            username?: string | null;
        };
        MeIn: {
            full_name?: string | null;
            llm_enabled?: boolean | null;
            username?: string | null;
        };
        MergedEntry: {
            /** @default [] */
            conflicts: components["schemas"]["Conflict"][];
            /** @default [] */
            fields: string[];
            /** @enum {string} */
            outcome: "added" | "completed" | "unchanged";
            path: string;
            target: string;
        };
        Missing: {
            field: string;
            gain: number;
            why: string;
        };
        NoAnalysisOut: {
            /**
             * @default pending
             * @constant
             */
            status: "pending";
        };
        NotificationOut: {
            application_id: string | null;
            body: string;
            /** Format: date-time */
            created_at: string;
            deliveries: components["schemas"]["DeliveryOut"][];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "status_change" | "deadline" | "reminder" | "generation_done" | "new_jobs" | "test";
            link: string;
            read_at: string | null;
            seq: number;
            title: string;
        };
        NotificationPageOut: {
            items: components["schemas"]["NotificationOut"][];
            limit: number;
            offset: number;
            total: number;
            unread: number;
        };
        OptionsIn: {
            /** @default true */
            allow_fallback?: boolean;
            candidate_level?: ("fresher" | "experienced") | null;
            /**
             * @default builtin
             * @enum {string}
             */
            engine?: "builtin" | "llm";
            include_sections?: string[] | null;
            /** @default  */
            instructions?: string;
            language?: string | null;
            /** @default auto */
            length?: string;
            /**
             * @default a4
             * @enum {string}
             */
            page_size?: "a4" | "letter";
            /** @default [] */
            target_stack?: string[] | string;
            /** @default classic */
            template?: string;
            /** @default professional */
            tone?: string;
        };
        OrderIn: {
            ids: string[];
        };
        OutlinePart: {
            /** @default [] */
            fact_ids: string[];
            /** @default  */
            hint: string;
            /** @default  */
            text: string;
        };
        PageOut_Application_: {
            items: components["schemas"]["Application"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ApplicationContact_: {
            items: components["schemas"]["ApplicationContact"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ApplicationEvent_: {
            items: components["schemas"]["ApplicationEvent"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ApplicationReminder_: {
            items: components["schemas"]["ApplicationReminder"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_DocumentSummaryOut_: {
            items: components["schemas"]["DocumentSummaryOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_DocumentVersion_: {
            items: components["schemas"]["DocumentVersion"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_GenerationOut_: {
            items: components["schemas"]["GenerationOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_InterviewAnswerOut_: {
            items: components["schemas"]["InterviewAnswerOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_InterviewPrepSummaryOut_: {
            items: components["schemas"]["InterviewPrepSummaryOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_JobListing_: {
            items: components["schemas"]["JobListing"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_LLMCallOut_: {
            items: components["schemas"]["LLMCallOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_Profile_: {
            items: components["schemas"]["Profile"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ProfileVersionSummaryOut_: {
            items: components["schemas"]["ProfileVersionSummaryOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ResumeSummaryOut_: {
            items: components["schemas"]["ResumeSummaryOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_ReusableAnswer_: {
            items: components["schemas"]["ReusableAnswer"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_SavedSearchHitOut_: {
            items: components["schemas"]["SavedSearchHitOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_SavedSearchOut_: {
            items: components["schemas"]["SavedSearchOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_SavedView_: {
            items: components["schemas"]["SavedView"][];
            limit: number;
            offset: number;
            total: number;
        };
        PageOut_TailoringSummaryOut_: {
            items: components["schemas"]["TailoringSummaryOut"][];
            limit: number;
            offset: number;
            total: number;
        };
        ParsedResumeOut: {
            confidence: {
                [key: string]: number;
            };
            custom_fields: {
                [key: string]: unknown;
            };
            education: components["schemas"]["Education"][];
            email: string;
            experiences: components["schemas"]["Experience"][];
            full_name: string;
            github: string;
            headline: string;
            language: string;
            linkedin: string;
            links: string[];
            location: string;
            phone: string;
            professional_summary: string;
            projects: components["schemas"]["Project"][];
            skills: components["schemas"]["Skill"][];
            unplaced: string[];
            website: string;
        };
        PasswordChangeIn: {
            current_password: string;
            new_password: string;
        };
        PasswordForgotIn: {
            email: string;
        };
        PasswordResetIn: {
            new_password: string;
            token: string;
        };
        PositionIn: {
            after_id?: string | null;
            index?: number | null;
            status?: ("interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed") | null;
        };
        PreferencesIn: {
            kinds?: components["schemas"]["KindChoices"];
            phone?: string | null;
            webhook_url?: string | null;
        };
        PreferencesOut: {
            channels: components["schemas"]["ChannelOut"][];
            kinds: components["schemas"]["ChosenKinds"];
            muted_application_ids: string[];
            phone: string;
            webhook_secret: string | null;
            webhook_url: string;
        };
        PreviewIn: {
            content: {
                [key: string]: unknown;
            };
            /**
             * @default png
             * @enum {string}
             */
            format?: "png" | "html";
            /** @default 1 */
            page?: number;
            /**
             * @default a4
             * @enum {string}
             */
            page_size?: "a4" | "letter";
            /** @default classic */
            template?: string;
        };
        Profile: {
            /** Format: date-time */
            created_at: string;
            custom_fields: {
                [key: string]: unknown;
            };
            education: components["schemas"]["Education"][];
            /** @default  */
            email: string;
            experiences: components["schemas"]["Experience"][];
            /** @default  */
            full_name: string;
            /** @default  */
            github: string;
            /** @default  */
            headline: string;
            /** Format: uuid */
            id: string;
            /** @default false */
            is_active: boolean;
            /** @default  */
            linkedin: string;
            /** @default  */
            location: string;
            /** @default  */
            phone: string;
            /** @default  */
            professional_summary: string;
            projects: components["schemas"]["Project"][];
            skills: components["schemas"]["Skill"][];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            /** @default 1 */
            version: number;
            /** @default  */
            website: string;
        };
        ProfileAnalyticsOut: {
            completeness: number;
            next_steps: components["schemas"]["Missing"][];
            /** Format: uuid */
            profile_id: string;
            sections: components["schemas"]["SectionCompleteness"][];
            version: number;
        };
        ProfileIn: {
            /** @default {} */
            custom_fields?: {
                [key: string]: unknown;
            };
            /** @default [] */
            education?: components["schemas"]["EducationIn"][];
            /** @default  */
            email?: string;
            /** @default [] */
            experiences?: components["schemas"]["ExperienceIn"][];
            /** @default  */
            full_name?: string;
            /** @default  */
            github?: string;
            /** @default  */
            headline?: string;
            /** @default  */
            linkedin?: string;
            /** @default  */
            location?: string;
            /** @default  */
            phone?: string;
            /** @default  */
            professional_summary?: string;
            /** @default [] */
            projects?: components["schemas"]["ProjectIn"][];
            /** @default [] */
            skills?: components["schemas"]["SkillIn"][];
            /** @default  */
            website?: string;
        };
        ProfileVersionOut: {
            /** Format: date-time */
            created_at: string;
            custom_fields: {
                [key: string]: unknown;
            };
            education: components["schemas"]["Education"][];
            email: string;
            experiences: components["schemas"]["Experience"][];
            full_name: string;
            github: string;
            headline: string;
            /** Format: uuid */
            id: string;
            linkedin: string;
            location: string;
            phone: string;
            professional_summary: string;
            projects: components["schemas"]["Project"][];
            skills: components["schemas"]["Skill"][];
            /** Format: uuid */
            user_id: string;
            version: number;
            website: string;
        };
        ProfileVersionSummaryOut: {
            /** Format: date-time */
            created_at: string;
            education_count: number;
            experiences_count: number;
            headline: string;
            /** Format: uuid */
            profile_id: string;
            projects_count: number;
            skills_count: number;
            version: number;
        };
        ProgressOut: {
            percent: number;
            stage: ("analyze_job" | "compile_profile" | "generate_content" | "validate_quality" | "prepare_export") | null;
            stages: components["schemas"]["Stage"][];
        };
        Project: {
            /** @default  */
            description: string;
            end_date: string | null;
            /** @default  */
            id: string;
            /** @default  */
            name: string;
            start_date: string | null;
            technologies: string[];
            /** @default  */
            url: string;
        };
        ProjectBulk: {
            /** @default [] */
            create?: components["schemas"]["ProjectIn"][];
            /** @default [] */
            delete?: string[];
            /** @default [] */
            update?: components["schemas"]["ProjectUpdate"][];
        };
        ProjectIn: {
            /** @default  */
            description?: string;
            end_date?: string | null;
            id?: string | null;
            /** @default  */
            name?: string;
            start_date?: string | null;
            /** @default [] */
            technologies?: string[];
            /** @default  */
            url?: string;
        };
        ProjectUpdate: {
            /** @default  */
            description?: string;
            end_date?: string | null;
            /** Format: uuid */
            id: string;
            /** @default  */
            name?: string;
            start_date?: string | null;
            /** @default [] */
            technologies?: string[];
            /** @default  */
            url?: string;
        };
        ProvenanceOut: {
            origin: string;
            source_ids: string[];
            text: string;
            verdict: string;
        };
        QuestionOut: {
            choices: string[];
            question: string;
            question_id: string;
            reason: string;
        };
        QuestionPrompt: {
            /** @enum {string} */
            kind: "document" | "posting" | "profile" | "gap" | "common";
            /** @default  */
            text: string;
        };
        QuestionToAsk: {
            question: string;
            why: string;
        };
        QuickAnalysisIn: {
            /**
             * @default experienced
             * @enum {string}
             */
            candidate_level?: "fresher" | "experienced";
            job_description?: string | null;
            job_id?: string | null;
            profile_id?: string | null;
            resume_id?: string | null;
            resume_text?: string | null;
            /** @default [] */
            target_stack?: string[] | string;
        };
        QuickAnalysisOut: {
            ats_score: number;
            /** @enum {string} */
            band: "excellent" | "strong" | "fair" | "weak" | "poor";
            ceiling: number;
            changes: components["schemas"]["Change"][];
            denied_gaps: string[];
            gaps: string[];
            keywords: components["schemas"]["KeywordMatch"][];
            match_score: number;
            matched_keywords: string[];
            missing_keywords: string[];
            parts: components["schemas"]["ScorePart"][];
            recommended_improvements: string[];
            relevance_score: number;
            score_breakdown: components["schemas"]["AtsBreakdown"];
            strengths: string[];
            years_required: number | null;
            years_shown: number;
        };
        ReadAllOut: {
            read: number;
        };
        ReadBackResult: {
            ok: boolean;
            /** @default [] */
            problems: string[];
        };
        ReadyOut: {
            checks: {
                [key: string]: string;
            };
            /** @enum {string} */
            status: "ok" | "degraded" | "unavailable";
        };
        Reason: {
            kind: string;
            message: string;
            span: number[];
        };
        RefreshIn: {
            refresh_token?: string | null;
        };
        RefusedChangesIn: {
            refuse: number[];
            version_number: number;
        };
        RegenerateIn: {
            instructions?: string | null;
            options?: components["schemas"]["OptionsIn"] | null;
        };
        RegisterIn: {
            email: string;
            /** @default  */
            full_name?: string;
            password: string;
            username?: string | null;
        };
        RejectIn: {
            /** @default original */
            against?: string;
            rejected?: number[];
            rejected_fields?: number[];
        };
        ReminderChanges: {
            is_done?: boolean | null;
            notes?: string | null;
            remind_at?: string | null;
            title?: string | null;
        };
        ReminderIn: {
            /** @default  */
            notes?: string;
            /** Format: date-time */
            remind_at: string;
            title: string;
        };
        Requirement: {
            /** @default [] */
            keywords: string[];
            /** @enum {string} */
            kind: "skill" | "years" | "education" | "language" | "certification" | "authorization" | "other";
            required: boolean;
            span: components["schemas"]["Span"];
            text: string;
            weight: number;
        };
        ResponseRate: {
            name: string;
            share: components["schemas"]["Share"];
        };
        ResultLinkOut: {
            ats_score: number | null;
            /** Format: uuid */
            document_id: string;
            pdf_url: string;
        };
        ResumeOut: {
            content_type: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            job_id: string | null;
            last_analyzed: string | null;
            original_filename: string;
            parsed: components["schemas"]["ParsedResumeOut"];
            parsed_text: string;
            sha256: string;
            size_bytes: number;
            /** @enum {string} */
            status: "parsed" | "needs_ocr" | "failed";
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            warnings: string[];
        };
        ResumeSummaryOut: {
            content_type: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            job_id: string | null;
            last_analyzed: string | null;
            original_filename: string;
            sha256: string;
            size_bytes: number;
            /** @enum {string} */
            status: "parsed" | "needs_ocr" | "failed";
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            warnings: string[];
        };
        ReusableAnswer: {
            answer: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            question: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        ReusableAnswerChanges: {
            answer?: string | null;
            question?: string | null;
        };
        ReusableAnswerIn: {
            answer: string;
            question: string;
        };
        RevisionExercise: {
            points: string[];
            question: string;
        };
        RevisionTopic: {
            /** @default [] */
            exercises: components["schemas"]["RevisionExercise"][];
            gap: string;
            /** @default [] */
            question_ids: string[];
            topic: string;
        };
        RewordedSentence: {
            fact_ids: string[];
            /** @default false */
            own: boolean;
            text: string;
        };
        RowOutcome: {
            /** @enum {string} */
            action: "create" | "update" | "skip" | "error";
            application_id: string | null;
            company: string;
            line: number;
            messages: string[];
            title: string;
        };
        Salary: {
            currency: string | null;
            max: number | null;
            min: number | null;
            period: ("hour" | "day" | "week" | "month" | "year") | null;
        };
        SavedSearchChanges: {
            is_scheduled?: boolean | null;
            location?: string | null;
            min_match_score?: number | null;
            name?: string | null;
            q?: string | null;
            remote?: boolean | null;
            sources?: string[] | null;
        };
        SavedSearchHitOut: {
            company: string | null;
            /** Format: date-time */
            created_at: string;
            date_posted: string | null;
            /** Format: uuid */
            id: string;
            job_url: string | null;
            location: string | null;
            match_score: number | null;
            remote: boolean;
            /** Format: uuid */
            search_id: string;
            source: string;
            title: string;
        };
        SavedSearchIn: {
            /** @default true */
            is_scheduled?: boolean;
            /** @default  */
            location?: string;
            min_match_score?: number | null;
            name: string;
            /** @default  */
            q?: string;
            remote?: boolean | null;
            sources?: string[];
        };
        SavedSearchOut: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            is_scheduled: boolean;
            last_new_count: number;
            last_run_at: string | null;
            last_warnings: string[];
            location: string;
            min_match_score: number | null;
            name: string;
            q: string;
            remote: boolean | null;
            sources: string[];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        SavedSearchRunOut: {
            new_hits: components["schemas"]["SavedSearchHitOut"][];
            result: components["schemas"]["JobSearchResult"];
            search: components["schemas"]["SavedSearchOut"];
        };
        SavedView: {
            /** @enum {string} */
            collection: "jobs" | "applications";
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
        };
        SavedViewChanges: {
            name?: string | null;
            query?: string | null;
        };
        SavedViewIn: {
            /** @enum {string} */
            collection: "jobs" | "applications";
            name: string;
            query: string;
        };
        ScheduleOut: {
            interval_hours: number | null;
        };
        ScorePart: {
            explanation: string;
            maximum: number;
            name: string;
            score: number;
        };
        SearchedSource: {
            /** Format: date-time */
            fetched_at: string;
            found: number;
            source: string;
        };
        SearchWarning: {
            message: string;
            source: string;
        };
        Section: {
            items: components["schemas"]["Item"][];
            /** @enum {string} */
            kind: "summary" | "experience" | "education" | "projects" | "skills" | "certifications" | "languages" | "custom" | "letter";
            /** @default  */
            title: string;
        };
        SectionCompleteness: {
            maximum: number;
            missing: components["schemas"]["Missing"][];
            name: string;
            score: number;
        };
        Sentence: {
            /**
             * @default builtin
             * @enum {string}
             */
            origin: "builtin" | "llm" | "user";
            reasons: components["schemas"]["Reason"][];
            refused: string[];
            source_ids: string[];
            text: string;
            /**
             * @default unchecked
             * @enum {string}
             */
            verdict: "grounded" | "ungrounded" | "unchecked";
        };
        SentenceChange: {
            after: string | null;
            after_path: string | null;
            before: string | null;
            before_path: string | null;
            /** @enum {string} */
            kind: "unchanged" | "changed" | "moved" | "added" | "removed";
        };
        SentenceSourceOut: {
            origin: string;
            reasons: components["schemas"]["Reason"][];
            source_ids: string[];
            text: string;
            verdict: string;
        };
        SessionOut: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            ip_address: string;
            is_current: boolean;
            /** Format: date-time */
            last_used_at: string;
            user_agent: string;
        };
        Share: {
            count: number;
            note: string | null;
            total: number;
            value: number | null;
        };
        ShownSkill: {
            /** @enum {string} */
            category: "technical" | "soft" | "language" | "certification" | "domain";
            evidence: components["schemas"]["FactEvidence"][];
            in_use: boolean;
            listed: boolean;
            name: string;
            years: number;
        };
        SignedInOut: {
            access_token: string;
            expires_in: number;
            refresh_token: string | null;
            /**
             * @default bearer
             * @constant
             */
            token_type: "bearer";
            user: components["schemas"]["UserOut"];
        };
        SimilarJob: {
            application_deadline: string | null;
            company: string | null;
            /** Format: date-time */
            created_at: string;
            date_posted: string | null;
            /** @enum {string} */
            description_source: "manual" | "extracted";
            education_level: ("associate" | "bachelor" | "master" | "phd") | null;
            employment_type: ("full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer") | null;
            extraction_error: string | null;
            /** @enum {string} */
            extraction_status: "pending" | "success" | "failed" | "needs_manual";
            /** Format: uuid */
            id: string;
            is_duplicate: boolean;
            job_url: string | null;
            language: string;
            location: string | null;
            remote: boolean;
            salary: components["schemas"]["Salary"] | null;
            salary_range: string | null;
            seniority: ("intern" | "junior" | "mid" | "senior" | "lead" | "principal" | "manager" | "director") | null;
            similarity: number;
            source: string;
            /** @enum {string} */
            status: "active" | "draft" | "archived" | "expired";
            title: string | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            user_id: string;
            workplace: ("remote" | "hybrid" | "onsite") | null;
            years_experience: components["schemas"]["YearsRange"] | null;
        };
        SimilarJobs: {
            compared_by: string;
            items: components["schemas"]["SimilarJob"][];
            limit: number;
            offset: number;
            pending: number;
            total: number;
        };
        Skill: {
            /**
             * @default technical
             * @enum {string}
             */
            category: "technical" | "soft" | "language" | "certification";
            /** @default  */
            credential_id: string;
            date_obtained: string | null;
            /** @default  */
            id: string;
            /** @default  */
            issuer: string;
            /** @default  */
            name: string;
            /** @default  */
            proficiency: string;
        };
        SkillBulk: {
            /** @default [] */
            create?: components["schemas"]["SkillIn"][];
            /** @default [] */
            delete?: string[];
            /** @default [] */
            update?: components["schemas"]["SkillUpdate"][];
        };
        SkillChanges: {
            /**
             * @default technical
             * @enum {string}
             */
            category?: "technical" | "soft" | "language" | "certification";
            /** @default  */
            credential_id?: string;
            date_obtained?: string | null;
            id?: string | null;
            /** @default  */
            issuer?: string;
            name?: string;
            /** @default  */
            proficiency?: string;
        };
        SkillIn: {
            /**
             * @default technical
             * @enum {string}
             */
            category?: "technical" | "soft" | "language" | "certification";
            /** @default  */
            credential_id?: string;
            date_obtained?: string | null;
            id?: string | null;
            /** @default  */
            issuer?: string;
            name: string;
            /** @default  */
            proficiency?: string;
        };
        SkillUpdate: {
            /**
             * @default technical
             * @enum {string}
             */
            category?: "technical" | "soft" | "language" | "certification";
            /** @default  */
            credential_id?: string;
            date_obtained?: string | null;
            /** Format: uuid */
            id: string;
            /** @default  */
            issuer?: string;
            name?: string;
            /** @default  */
            proficiency?: string;
        };
        Span: {
            end: number;
            start: number;
            text: string;
        };
        Stage: {
            finished_at: string | null;
            /** @default  */
            message: string;
            /** @enum {string} */
            name: "analyze_job" | "compile_profile" | "generate_content" | "validate_quality" | "prepare_export";
            started_at: string | null;
            /**
             * @default pending
             * @enum {string}
             */
            status: "pending" | "running" | "completed" | "failed" | "cancelled";
        };
        StageCount: {
            count: number;
            stage: string;
        };
        StageTime: {
            count: number;
            median_days: number | null;
            note: string | null;
            status: string;
        };
        StarFinding: {
            /** @enum {string} */
            part: "situation" | "task" | "action" | "result";
            present: boolean;
            spans: components["schemas"]["Span"][];
        };
        StatusIn: {
            /** @default  */
            note?: string;
            occurred_at?: string | null;
            /** @enum {string} */
            status: "interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed";
        };
        StoppedOut: {
            /** @enum {string} */
            status: "pending" | "scraping" | "parsing" | "analyzing" | "waiting_for_input" | "tailoring" | "completed" | "stopped" | "failed";
        };
        StorageUseOut: {
            files: number;
            limit_bytes: number | null;
            used_bytes: number;
        };
        TailoringMessageOut: {
            /** Format: date-time */
            created_at: string;
            data: {
                [key: string]: unknown;
            };
            seq: number;
            /** @enum {string} */
            type: "progress_update" | "human_input_required" | "resume_update" | "chat_message" | "completed" | "failed" | "stopped";
        };
        TailoringOut: {
            /** Format: date-time */
            created_at: string;
            document_id: string | null;
            error_message: string | null;
            facts: components["schemas"]["ToldFactOut"][];
            /** Format: uuid */
            id: string;
            job_id: string | null;
            messages: components["schemas"]["TailoringMessageOut"][];
            profile_id: string | null;
            progress: number;
            question: components["schemas"]["QuestionOut"] | null;
            /** @enum {string} */
            status: "pending" | "scraping" | "parsing" | "analyzing" | "waiting_for_input" | "tailoring" | "completed" | "stopped" | "failed";
            /** Format: date-time */
            updated_at: string;
        };
        TailoringSummaryOut: {
            /** Format: date-time */
            created_at: string;
            document_id: string | null;
            error_message: string | null;
            /** Format: uuid */
            id: string;
            job_id: string | null;
            profile_id: string | null;
            progress: number;
            /** @enum {string} */
            status: "pending" | "scraping" | "parsing" | "analyzing" | "waiting_for_input" | "tailoring" | "completed" | "stopped" | "failed";
            /** Format: date-time */
            updated_at: string;
        };
        TemplateOut: {
            ats_safe: boolean;
            columns: number;
            description: string;
            id: string;
            name: string;
            preview_url: string | null;
        };
        TicketOut: {
            expires_in: number;
            ticket: string;
        };
        ToldFactOut: {
            question_id: string;
            text: string;
            /** Format: date-time */
            told_at: string;
        };
        UnprovenClaim: {
            end: number;
            kind: string;
            message: string;
            start: number;
            text: string;
        };
        UserOut: {
            /** Format: date-time */
            created_at: string;
            email: string;
            full_name: string;
            generations_limit: number | null;
            generations_used: number;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            is_verified: boolean;
            llm_enabled: boolean;
            /** @enum {string} */
            subscription_tier: "free" | "premium" | "enterprise";
            /** Format: date-time */
            updated_at: string;
            username: string | null;
        };
        ValidationOut: {
            ats_checks: components["schemas"]["AtsCheck"][];
            /** Format: uuid */
            document_id: string;
            grounding: components["schemas"]["GroundingReport"];
            readback: components["schemas"]["ReadBackResult"] | null;
        };
        VersionOut: {
            database_revision: string;
            /**
             * @default jobwise
             * @constant
             */
            name: "jobwise";
            version: string;
        };
        WebhookSecretOut: {
            webhook_secret: string;
        };
        YearsRange: {
            max: number | null;
            min: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccountDeleteIn = components['schemas']['AccountDeleteIn'];
export type ActiveDay = components['schemas']['ActiveDay'];
export type AnalysisIn = components['schemas']['AnalysisIn'];
export type AnalysisOut = components['schemas']['AnalysisOut'];
export type AnalysisStartedOut = components['schemas']['AnalysisStartedOut'];
export type AnswerFeedback = components['schemas']['AnswerFeedback'];
export type AnswerIn = components['schemas']['AnswerIn'];
export type AnswerLength = components['schemas']['AnswerLength'];
export type AnswerOutline = components['schemas']['AnswerOutline'];
export type AnswerPreviewOut = components['schemas']['AnswerPreviewOut'];
export type AnswerRelevance = components['schemas']['AnswerRelevance'];
export type AnswerSpecificity = components['schemas']['AnswerSpecificity'];
export type AnswerWording = components['schemas']['AnswerWording'];
export type Application = components['schemas']['Application'];
export type ApplicationChanges = components['schemas']['ApplicationChanges'];
export type ApplicationContact = components['schemas']['ApplicationContact'];
export type ApplicationEvent = components['schemas']['ApplicationEvent'];
export type ApplicationIn = components['schemas']['ApplicationIn'];
export type ApplicationReminder = components['schemas']['ApplicationReminder'];
export type ApplicationsStatusIn = components['schemas']['ApplicationsStatusIn'];
export type ApplicationStats = components['schemas']['ApplicationStats'];
export type AtsBreakdown = components['schemas']['AtsBreakdown'];
export type AtsCheck = components['schemas']['AtsCheck'];
export type AtsFinding = components['schemas']['AtsFinding'];
export type AtsReport = components['schemas']['AtsReport'];
export type BoardColumn = components['schemas']['BoardColumn'];
export type BoardOut = components['schemas']['BoardOut'];
export type BodyImportApplications = components['schemas']['Body_import_applications'];
export type BodyParseJobFile = components['schemas']['Body_parse_job_file'];
export type BodyStartTailoringSession = components['schemas']['Body_start_tailoring_session'];
export type BodyToken = components['schemas']['Body_token'];
export type BodyUploadResume = components['schemas']['Body_upload_resume'];
export type BulkFailure = components['schemas']['BulkFailure'];
export type BulkReport = components['schemas']['BulkReport'];
export type CalendarTokenOut = components['schemas']['CalendarTokenOut'];
export type CareerSummaryOut = components['schemas']['CareerSummaryOut'];
export type CareerTotals = components['schemas']['CareerTotals'];
export type CategoryProgress = components['schemas']['CategoryProgress'];
export type Change = components['schemas']['Change'];
export type ChannelChoices = components['schemas']['ChannelChoices'];
export type ChannelOut = components['schemas']['ChannelOut'];
export type ChannelTestIn = components['schemas']['ChannelTestIn'];
export type ChannelTestOut = components['schemas']['ChannelTestOut'];
export type ChatIn = components['schemas']['ChatIn'];
export type ChatOut = components['schemas']['ChatOut'];
export type Checked = components['schemas']['Checked'];
export type CheckedField = components['schemas']['CheckedField'];
export type ChecksOut = components['schemas']['ChecksOut'];
export type ChosenChannels = components['schemas']['ChosenChannels'];
export type ChosenKinds = components['schemas']['ChosenKinds'];
export type Comparison = components['schemas']['Comparison'];
export type Conflict = components['schemas']['Conflict'];
export type ContactChanges = components['schemas']['ContactChanges'];
export type ContactIn = components['schemas']['ContactIn'];
export type Content = components['schemas']['Content'];
export type Conversion = components['schemas']['Conversion'];
export type CsvColumn = components['schemas']['CsvColumn'];
export type CsvImportReport = components['schemas']['CsvImportReport'];
export type DeliveryOut = components['schemas']['DeliveryOut'];
export type DeniedSkillsIn = components['schemas']['DeniedSkillsIn'];
export type DeniedSkillsOut = components['schemas']['DeniedSkillsOut'];
export type DiffOut = components['schemas']['DiffOut'];
export type DocumentIn = components['schemas']['DocumentIn'];
export type DocumentMatchOut = components['schemas']['DocumentMatchOut'];
export type DocumentOut = components['schemas']['DocumentOut'];
export type DocumentSummaryOut = components['schemas']['DocumentSummaryOut'];
export type DocumentVersion = components['schemas']['DocumentVersion'];
export type Education = components['schemas']['Education'];
export type EducationBulk = components['schemas']['EducationBulk'];
export type EducationIn = components['schemas']['EducationIn'];
export type EducationUpdate = components['schemas']['EducationUpdate'];
export type Elsewhere = components['schemas']['Elsewhere'];
export type EmailVerifyIn = components['schemas']['EmailVerifyIn'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type ErrorOut = components['schemas']['ErrorOut'];
export type EventChanges = components['schemas']['EventChanges'];
export type EventIn = components['schemas']['EventIn'];
export type Experience = components['schemas']['Experience'];
export type ExperienceBulk = components['schemas']['ExperienceBulk'];
export type ExperienceIn = components['schemas']['ExperienceIn'];
export type ExperienceUpdate = components['schemas']['ExperienceUpdate'];
export type ExportFormatOut = components['schemas']['ExportFormatOut'];
export type ExportIn = components['schemas']['ExportIn'];
export type ExportOut = components['schemas']['ExportOut'];
export type FactEvidence = components['schemas']['FactEvidence'];
export type FeedbackIn = components['schemas']['FeedbackIn'];
export type FieldChange = components['schemas']['FieldChange'];
export type FoundJob = components['schemas']['FoundJob'];
export type GenerationAnalyticsOut = components['schemas']['GenerationAnalyticsOut'];
export type GenerationFeedback = components['schemas']['GenerationFeedback'];
export type GenerationIn = components['schemas']['GenerationIn'];
export type GenerationOptions = components['schemas']['GenerationOptions'];
export type GenerationOut = components['schemas']['GenerationOut'];
export type GenerationResultOut = components['schemas']['GenerationResultOut'];
export type GroundingOut = components['schemas']['GroundingOut'];
export type GroundingReport = components['schemas']['GroundingReport'];
export type Header = components['schemas']['Header'];
export type IdsIn = components['schemas']['IdsIn'];
export type ImportIn = components['schemas']['ImportIn'];
export type ImportOut = components['schemas']['ImportOut'];
export type ImportPreview = components['schemas']['ImportPreview'];
export type ImportPreviewIn = components['schemas']['ImportPreviewIn'];
export type ImportReport = components['schemas']['ImportReport'];
export type ImportSection = components['schemas']['ImportSection'];
export type ImportUndoIn = components['schemas']['ImportUndoIn'];
export type ImprovedOutline = components['schemas']['ImprovedOutline'];
export type ImprovedPart = components['schemas']['ImprovedPart'];
export type InterviewAnswerIn = components['schemas']['InterviewAnswerIn'];
export type InterviewAnswerOut = components['schemas']['InterviewAnswerOut'];
export type InterviewPrepIn = components['schemas']['InterviewPrepIn'];
export type InterviewPrepOut = components['schemas']['InterviewPrepOut'];
export type InterviewPrepSummaryOut = components['schemas']['InterviewPrepSummaryOut'];
export type InterviewProgress = components['schemas']['InterviewProgress'];
export type InterviewQuestion = components['schemas']['InterviewQuestion'];
export type InterviewRound = components['schemas']['InterviewRound'];
export type Item = components['schemas']['Item'];
export type Job = components['schemas']['Job'];
export type JobChanges = components['schemas']['JobChanges'];
export type JobDraft = components['schemas']['JobDraft'];
export type JobIn = components['schemas']['JobIn'];
export type JobListing = components['schemas']['JobListing'];
export type JobMatchesIn = components['schemas']['JobMatchesIn'];
export type JobMatchesOut = components['schemas']['JobMatchesOut'];
export type JobMatchOut = components['schemas']['JobMatchOut'];
export type JobSearchResult = components['schemas']['JobSearchResult'];
export type JobSourceOut = components['schemas']['JobSourceOut'];
export type JobsStatusIn = components['schemas']['JobsStatusIn'];
export type JobSummary = components['schemas']['JobSummary'];
export type Keyword = components['schemas']['Keyword'];
export type KeywordMatch = components['schemas']['KeywordMatch'];
export type KindChoices = components['schemas']['KindChoices'];
export type LinkCheck = components['schemas']['LinkCheck'];
export type LiveOut = components['schemas']['LiveOut'];
export type LlmCallOut = components['schemas']['LLMCallOut'];
export type LlmStatus = components['schemas']['LLMStatus'];
export type LlmTest = components['schemas']['LLMTest'];
export type LoginIn = components['schemas']['LoginIn'];
export type MeIn = components['schemas']['MeIn'];
export type MergedEntry = components['schemas']['MergedEntry'];
export type Missing = components['schemas']['Missing'];
export type NoAnalysisOut = components['schemas']['NoAnalysisOut'];
export type NotificationOut = components['schemas']['NotificationOut'];
export type NotificationPageOut = components['schemas']['NotificationPageOut'];
export type OptionsIn = components['schemas']['OptionsIn'];
export type OrderIn = components['schemas']['OrderIn'];
export type OutlinePart = components['schemas']['OutlinePart'];
export type PageOutApplication = components['schemas']['PageOut_Application_'];
export type PageOutApplicationContact = components['schemas']['PageOut_ApplicationContact_'];
export type PageOutApplicationEvent = components['schemas']['PageOut_ApplicationEvent_'];
export type PageOutApplicationReminder = components['schemas']['PageOut_ApplicationReminder_'];
export type PageOutDocumentSummaryOut = components['schemas']['PageOut_DocumentSummaryOut_'];
export type PageOutDocumentVersion = components['schemas']['PageOut_DocumentVersion_'];
export type PageOutGenerationOut = components['schemas']['PageOut_GenerationOut_'];
export type PageOutInterviewAnswerOut = components['schemas']['PageOut_InterviewAnswerOut_'];
export type PageOutInterviewPrepSummaryOut = components['schemas']['PageOut_InterviewPrepSummaryOut_'];
export type PageOutJobListing = components['schemas']['PageOut_JobListing_'];
export type PageOutLlmCallOut = components['schemas']['PageOut_LLMCallOut_'];
export type PageOutProfile = components['schemas']['PageOut_Profile_'];
export type PageOutProfileVersionSummaryOut = components['schemas']['PageOut_ProfileVersionSummaryOut_'];
export type PageOutResumeSummaryOut = components['schemas']['PageOut_ResumeSummaryOut_'];
export type PageOutReusableAnswer = components['schemas']['PageOut_ReusableAnswer_'];
export type PageOutSavedSearchHitOut = components['schemas']['PageOut_SavedSearchHitOut_'];
export type PageOutSavedSearchOut = components['schemas']['PageOut_SavedSearchOut_'];
export type PageOutSavedView = components['schemas']['PageOut_SavedView_'];
export type PageOutTailoringSummaryOut = components['schemas']['PageOut_TailoringSummaryOut_'];
export type ParsedResumeOut = components['schemas']['ParsedResumeOut'];
export type PasswordChangeIn = components['schemas']['PasswordChangeIn'];
export type PasswordForgotIn = components['schemas']['PasswordForgotIn'];
export type PasswordResetIn = components['schemas']['PasswordResetIn'];
export type PositionIn = components['schemas']['PositionIn'];
export type PreferencesIn = components['schemas']['PreferencesIn'];
export type PreferencesOut = components['schemas']['PreferencesOut'];
export type PreviewIn = components['schemas']['PreviewIn'];
export type Profile = components['schemas']['Profile'];
export type ProfileAnalyticsOut = components['schemas']['ProfileAnalyticsOut'];
export type ProfileIn = components['schemas']['ProfileIn'];
export type ProfileVersionOut = components['schemas']['ProfileVersionOut'];
export type ProfileVersionSummaryOut = components['schemas']['ProfileVersionSummaryOut'];
export type ProgressOut = components['schemas']['ProgressOut'];
export type Project = components['schemas']['Project'];
export type ProjectBulk = components['schemas']['ProjectBulk'];
export type ProjectIn = components['schemas']['ProjectIn'];
export type ProjectUpdate = components['schemas']['ProjectUpdate'];
export type ProvenanceOut = components['schemas']['ProvenanceOut'];
export type QuestionOut = components['schemas']['QuestionOut'];
export type QuestionPrompt = components['schemas']['QuestionPrompt'];
export type QuestionToAsk = components['schemas']['QuestionToAsk'];
export type QuickAnalysisIn = components['schemas']['QuickAnalysisIn'];
export type QuickAnalysisOut = components['schemas']['QuickAnalysisOut'];
export type ReadAllOut = components['schemas']['ReadAllOut'];
export type ReadBackResult = components['schemas']['ReadBackResult'];
export type ReadyOut = components['schemas']['ReadyOut'];
export type Reason = components['schemas']['Reason'];
export type RefreshIn = components['schemas']['RefreshIn'];
export type RefusedChangesIn = components['schemas']['RefusedChangesIn'];
export type RegenerateIn = components['schemas']['RegenerateIn'];
export type RegisterIn = components['schemas']['RegisterIn'];
export type RejectIn = components['schemas']['RejectIn'];
export type ReminderChanges = components['schemas']['ReminderChanges'];
export type ReminderIn = components['schemas']['ReminderIn'];
export type Requirement = components['schemas']['Requirement'];
export type ResponseRate = components['schemas']['ResponseRate'];
export type ResultLinkOut = components['schemas']['ResultLinkOut'];
export type ResumeOut = components['schemas']['ResumeOut'];
export type ResumeSummaryOut = components['schemas']['ResumeSummaryOut'];
export type ReusableAnswer = components['schemas']['ReusableAnswer'];
export type ReusableAnswerChanges = components['schemas']['ReusableAnswerChanges'];
export type ReusableAnswerIn = components['schemas']['ReusableAnswerIn'];
export type RevisionExercise = components['schemas']['RevisionExercise'];
export type RevisionTopic = components['schemas']['RevisionTopic'];
export type RewordedSentence = components['schemas']['RewordedSentence'];
export type RowOutcome = components['schemas']['RowOutcome'];
export type Salary = components['schemas']['Salary'];
export type SavedSearchChanges = components['schemas']['SavedSearchChanges'];
export type SavedSearchHitOut = components['schemas']['SavedSearchHitOut'];
export type SavedSearchIn = components['schemas']['SavedSearchIn'];
export type SavedSearchOut = components['schemas']['SavedSearchOut'];
export type SavedSearchRunOut = components['schemas']['SavedSearchRunOut'];
export type SavedView = components['schemas']['SavedView'];
export type SavedViewChanges = components['schemas']['SavedViewChanges'];
export type SavedViewIn = components['schemas']['SavedViewIn'];
export type ScheduleOut = components['schemas']['ScheduleOut'];
export type ScorePart = components['schemas']['ScorePart'];
export type SearchedSource = components['schemas']['SearchedSource'];
export type SearchWarning = components['schemas']['SearchWarning'];
export type Section = components['schemas']['Section'];
export type SectionCompleteness = components['schemas']['SectionCompleteness'];
export type Sentence = components['schemas']['Sentence'];
export type SentenceChange = components['schemas']['SentenceChange'];
export type SentenceSourceOut = components['schemas']['SentenceSourceOut'];
export type SessionOut = components['schemas']['SessionOut'];
export type Share = components['schemas']['Share'];
export type ShownSkill = components['schemas']['ShownSkill'];
export type SignedInOut = components['schemas']['SignedInOut'];
export type SimilarJob = components['schemas']['SimilarJob'];
export type SimilarJobs = components['schemas']['SimilarJobs'];
export type Skill = components['schemas']['Skill'];
export type SkillBulk = components['schemas']['SkillBulk'];
export type SkillChanges = components['schemas']['SkillChanges'];
export type SkillIn = components['schemas']['SkillIn'];
export type SkillUpdate = components['schemas']['SkillUpdate'];
export type Span = components['schemas']['Span'];
export type Stage = components['schemas']['Stage'];
export type StageCount = components['schemas']['StageCount'];
export type StageTime = components['schemas']['StageTime'];
export type StarFinding = components['schemas']['StarFinding'];
export type StatusIn = components['schemas']['StatusIn'];
export type StoppedOut = components['schemas']['StoppedOut'];
export type StorageUseOut = components['schemas']['StorageUseOut'];
export type TailoringMessageOut = components['schemas']['TailoringMessageOut'];
export type TailoringOut = components['schemas']['TailoringOut'];
export type TailoringSummaryOut = components['schemas']['TailoringSummaryOut'];
export type TemplateOut = components['schemas']['TemplateOut'];
export type TicketOut = components['schemas']['TicketOut'];
export type ToldFactOut = components['schemas']['ToldFactOut'];
export type UnprovenClaim = components['schemas']['UnprovenClaim'];
export type UserOut = components['schemas']['UserOut'];
export type ValidationOut = components['schemas']['ValidationOut'];
export type VersionOut = components['schemas']['VersionOut'];
export type WebhookSecretOut = components['schemas']['WebhookSecretOut'];
export type YearsRange = components['schemas']['YearsRange'];
export type $defs = Record<string, never>;
export interface operations {
    list_applications: {
        parameters: {
            query?: {
                due_before?: string | null;
                limit?: number;
                offset?: number;
                q?: string | null;
                sort?: string;
                status?: ("interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_Application_"];
                };
            };
        };
    };
    create_application: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    get_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    replace_application: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    delete_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_application: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    list_application_contacts: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ApplicationContact_"];
                };
            };
        };
    };
    add_application_contact: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationContact"];
                };
            };
        };
    };
    change_application_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationContact"];
                };
            };
        };
    };
    delete_application_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    add_application_event: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationEvent"];
                };
            };
        };
    };
    change_application_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationEvent"];
                };
            };
        };
    };
    delete_application_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    place_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    list_application_reminders: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ApplicationReminder_"];
                };
            };
        };
    };
    add_application_reminder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationReminder"];
                };
            };
        };
    };
    change_application_reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationReminder"];
                };
            };
        };
    };
    delete_application_reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    set_application_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
        };
    };
    get_application_timeline: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ApplicationEvent_"];
                };
            };
        };
    };
    get_application_board: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
        };
    };
    delete_applications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReport"];
                };
            };
        };
    };
    set_status_of_applications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationsStatusIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReport"];
                };
            };
        };
    };
    get_application_calendar: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    renew_calendar_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarTokenOut"];
                };
            };
        };
    };
    export_applications: {
        parameters: {
            query?: {
                due_before?: string | null;
                id?: string[];
                q?: string | null;
                status?: ("interested" | "applied" | "interviewing" | "offer" | "rejected" | "closed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    import_applications: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_applications"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImportReport"];
                };
            };
        };
    };
    undo_application_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportUndoIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReport"];
                };
            };
        };
    };
    get_application_stats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationStats"];
                };
            };
        };
    };
    delete_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeleteIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    export_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    get_account_storage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageUseOut"];
                };
            };
        };
    };
    send_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    verify_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailVerifyIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    login: {
        parameters: {
            query?: {
                cookie?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logout_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
        };
    };
    update_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forgot_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordForgotIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetIn"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    refresh: {
        parameters: {
            query?: {
                cookie?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshIn"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: {
                cookie?: boolean;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"][];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    token: {
        parameters: {
            query?: {
                cookie?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_token"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInOut"];
                };
            };
        };
    };
    make_ws_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketOut"];
                };
            };
        };
    };
    list_documents: {
        parameters: {
            query?: {
                document_type?: ("resume" | "cover_letter") | null;
                job_id?: string | null;
                limit?: number;
                offset?: number;
                profile_id?: string | null;
                q?: string | null;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_DocumentSummaryOut_"];
                };
            };
        };
    };
    get_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
        };
    };
    update_document: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
        };
    };
    delete_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    check_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksOut"];
                };
            };
        };
    };
    compare_document: {
        parameters: {
            query?: {
                against?: string;
            };
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffOut"];
                };
            };
        };
    };
    reject_document_changes: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
        };
    };
    download_document: {
        parameters: {
            query?: {
                format?: "pdf" | "docx" | "txt" | "markdown" | "html" | "json_resume";
                page_size?: ("a4" | "letter") | null;
                template?: string | null;
            };
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/html": string;
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
        };
    };
    export_document: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    match_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentMatchOut"];
                };
            };
        };
    };
    list_document_versions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_DocumentVersion_"];
                };
            };
        };
    };
    get_document_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
                version_number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
        };
    };
    restore_document_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
                version_number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
        };
    };
    list_export_formats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportFormatOut"][];
                };
            };
        };
    };
    preview_document: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Last-Page-Fill"?: number;
                    "Last-Page-Lines"?: number;
                    "Page-Count"?: number;
                    "Page-Lines"?: string;
                    "Page-Starts"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "text/html": string;
                };
            };
        };
    };
    list_generations: {
        parameters: {
            query?: {
                document_type?: ("resume" | "cover_letter") | null;
                job_id?: string | null;
                limit?: number;
                offset?: number;
                profile_id?: string | null;
                sort?: string;
                status?: ("pending" | "generating" | "completed" | "needs_review" | "failed" | "cancelled") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_GenerationOut_"];
                };
            };
        };
    };
    get_generation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationOut"];
                };
            };
        };
    };
    cancel_or_delete_generation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_generation_analytics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationAnalyticsOut"];
                };
            };
        };
    };
    stream_generation_events: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string | null;
            };
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
        };
    };
    give_generation_feedback: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationFeedback"];
                };
            };
        };
    };
    regenerate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegenerateIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationOut"];
                };
            };
        };
    };
    get_generation_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationResultOut"];
                };
            };
        };
    };
    validate_generation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationOut"];
                };
            };
        };
    };
    generate_cover_letter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerationIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationOut"];
                };
            };
        };
    };
    generate_resume: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerationIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationOut"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"][];
                };
            };
        };
    };
    list_interview_preps: {
        parameters: {
            query?: {
                job_id?: string | null;
                limit?: number;
                offset?: number;
                profile_id?: string | null;
                sort?: string;
                status?: ("pending" | "completed" | "failed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_InterviewPrepSummaryOut_"];
                };
            };
        };
    };
    start_interview_prep: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewPrepIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewPrepOut"];
                };
            };
        };
    };
    get_interview_prep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewPrepOut"];
                };
            };
        };
    };
    delete_interview_prep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_interview_answers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                question_id?: string | null;
                sort?: string;
            };
            header?: never;
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_InterviewAnswerOut_"];
                };
            };
        };
    };
    answer_interview_question: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewAnswerIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewAnswerOut"];
                };
            };
        };
    };
    get_interview_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewAnswerOut"];
                };
            };
        };
    };
    export_interview_prep: {
        parameters: {
            query?: {
                format?: "pdf" | "markdown";
                page_size?: "a4" | "letter";
            };
            header?: never;
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "text/markdown": string;
                };
            };
        };
    };
    get_interview_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prep_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewProgress"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                company?: string | null;
                limit?: number;
                offset?: number;
                q?: string | null;
                remote?: boolean | null;
                sort?: string;
                source?: string | null;
                status?: ("active" | "draft" | "archived" | "expired") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_JobListing_"];
                };
            };
        };
    };
    create_job: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    replace_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    delete_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    get_analysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisOut"] | components["schemas"]["NoAnalysisOut"];
                };
            };
        };
    };
    start_analysis: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AnalysisIn"] | null;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisStartedOut"];
                };
            };
        };
    };
    check_job_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkCheck"];
                };
            };
        };
    };
    list_similar_jobs: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarJobs"];
                };
            };
        };
    };
    delete_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReport"];
                };
            };
        };
    };
    set_status_of_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobsStatusIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReport"];
                };
            };
        };
    };
    match_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobMatchesIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobMatchesOut"];
                };
            };
        };
    };
    parse_job: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    parse_job_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_parse_job_file"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    search_job_boards: {
        parameters: {
            query?: {
                limit?: number;
                location?: string;
                q?: string;
                remote?: boolean | null;
                sources?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSearchResult"];
                };
            };
        };
    };
    list_saved_searches: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_SavedSearchOut_"];
                };
            };
        };
    };
    create_saved_search: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchOut"];
                };
            };
        };
    };
    get_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchOut"];
                };
            };
        };
    };
    replace_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchOut"];
                };
            };
        };
    };
    delete_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchOut"];
                };
            };
        };
    };
    list_saved_search_hits: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_SavedSearchHitOut_"];
                };
            };
        };
    };
    run_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchRunOut"];
                };
            };
        };
    };
    get_search_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
        };
    };
    list_job_sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSourceOut"][];
                };
            };
        };
    };
    get_llm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LLMStatus"];
                };
            };
        };
    };
    list_llm_calls: {
        parameters: {
            query?: {
                generation_id?: string | null;
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_LLMCallOut_"];
                };
            };
        };
    };
    try_llm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LLMTest"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                application_id?: string | null;
                kind?: ("status_change" | "deadline" | "reminder" | "generation_done" | "new_jobs" | "test") | null;
                limit?: number;
                offset?: number;
                sort?: string;
                unread?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPageOut"];
                };
            };
        };
    };
    get_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
        };
    };
    delete_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
        };
    };
    retry_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
        };
    };
    mute_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unmute_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
        };
    };
    change_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
        };
    };
    renew_webhook_secret: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretOut"];
                };
            };
        };
    };
    read_all_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadAllOut"];
                };
            };
        };
    };
    stream_notifications: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
        };
    };
    try_notification_channel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelTestIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTestOut"];
                };
            };
        };
    };
    list_profiles: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_Profile_"];
                };
            };
        };
    };
    create_profile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    get_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    replace_profile: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    delete_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_profile: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    activate_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    get_profile_analytics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileAnalyticsOut"];
                };
            };
        };
    };
    get_denied_skills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeniedSkillsOut"];
                };
            };
        };
    };
    change_denied_skills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeniedSkillsIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeniedSkillsOut"];
                };
            };
        };
    };
    list_education: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"][];
                };
            };
        };
    };
    add_education: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"];
                };
            };
        };
    };
    get_education: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"];
                };
            };
        };
    };
    replace_education: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"];
                };
            };
        };
    };
    delete_education: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_education: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"];
                };
            };
        };
    };
    change_education_in_bulk: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EducationBulk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"][];
                };
            };
        };
    };
    order_education: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Education"][];
                };
            };
        };
    };
    list_experiences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"][];
                };
            };
        };
    };
    add_experience: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
        };
    };
    get_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
        };
    };
    replace_experience: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
        };
    };
    delete_experience: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_experience: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
        };
    };
    change_experiences_in_bulk: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceBulk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"][];
                };
            };
        };
    };
    order_experiences: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"][];
                };
            };
        };
    };
    export_profile: {
        parameters: {
            query?: {
                format?: "pdf" | "docx" | "txt" | "markdown" | "html" | "json_resume";
                page_size?: "a4" | "letter";
                template?: "modern" | "classic" | "compact" | "executive" | "graduate" | "first-job" | "academic" | "sidebar";
            };
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/html": string;
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
        };
    };
    list_projects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
        };
    };
    add_project: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
        };
    };
    get_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
        };
    };
    replace_project: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
        };
    };
    delete_project: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_project: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
        };
    };
    change_projects_in_bulk: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectBulk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
        };
    };
    order_projects: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
        };
    };
    list_skills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"][];
                };
            };
        };
    };
    add_skill: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    get_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    replace_skill: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    delete_skill: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_skill: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                item_id: string;
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    change_skills_in_bulk: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillBulk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"][];
                };
            };
        };
    };
    order_skills: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"][];
                };
            };
        };
    };
    get_profile_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareerSummaryOut"];
                };
            };
        };
    };
    list_profile_versions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                profile_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ProfileVersionSummaryOut_"];
                };
            };
        };
    };
    get_profile_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileVersionOut"];
                };
            };
        };
    };
    restore_profile_version: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                profile_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    import_profile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "if-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    preview_profile_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportPreviewIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    get_active_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
        };
    };
    analyze_resume: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickAnalysisIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickAnalysisOut"];
                };
            };
        };
    };
    list_resumes: {
        parameters: {
            query?: {
                job_id?: string | null;
                limit?: number;
                offset?: number;
                sort?: string;
                status?: ("parsed" | "needs_ocr" | "failed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ResumeSummaryOut_"];
                };
            };
        };
    };
    upload_resume: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_resume"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeOut"];
                };
            };
        };
    };
    get_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resume_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeOut"];
                };
            };
        };
    };
    delete_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resume_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_resume_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resume_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/xml": string;
                    "application/zip": string;
                    "text/html": string;
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
        };
    };
    reparse_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resume_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeOut"];
                };
            };
        };
    };
    list_reusable_answers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_ReusableAnswer_"];
                };
            };
        };
    };
    create_reusable_answer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReusableAnswerIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReusableAnswer"];
                };
            };
        };
    };
    get_reusable_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reusable_answer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReusableAnswer"];
                };
            };
        };
    };
    delete_reusable_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reusable_answer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_reusable_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reusable_answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReusableAnswerChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReusableAnswer"];
                };
            };
        };
    };
    list_saved_views: {
        parameters: {
            query?: {
                collection?: ("jobs" | "applications") | null;
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_SavedView_"];
                };
            };
        };
    };
    create_saved_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    get_saved_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    delete_saved_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_saved_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    list_tailoring_sessions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                status?: ("pending" | "scraping" | "parsing" | "analyzing" | "waiting_for_input" | "tailoring" | "completed" | "stopped" | "failed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut_TailoringSummaryOut_"];
                };
            };
        };
    };
    start_tailoring_session: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["Body_start_tailoring_session"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TailoringSummaryOut"];
                };
            };
        };
    };
    get_tailoring_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TailoringOut"];
                };
            };
        };
    };
    answer_tailoring_question: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatOut"];
                };
            };
        };
    };
    preview_tailoring_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPreviewOut"];
                };
            };
        };
    };
    refuse_tailoring_changes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusedChangesIn"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatOut"];
                };
            };
        };
    };
    chat_in_tailoring_session: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatIn"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatOut"];
                };
            };
        };
    };
    stop_tailoring_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tailoring_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedOut"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveOut"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyOut"];
                };
            };
        };
    };
    prometheus_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionOut"];
                };
            };
        };
    };
}
