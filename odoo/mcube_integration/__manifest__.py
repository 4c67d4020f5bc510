{
    'name': 'MCUBE Integration',
    'version': '1.0.0',
    'summary': 'Every MCUBE call on its lead, with its recording',
    'description': 'Calls of the MCUBE call tracking service on leads: call records, recordings, a call button, a bell.',
    'category': 'Sales/CRM',
    'author': 'MCUBE Integration',
    'license': 'LGPL-3',
    'depends': ['crm', 'sales_team'],
    'data': [
        'models/mcube_call_record.xml',
        'models/mcube_call_request.xml',
        'models/mcube_own_number.xml',
        'models/crm_lead.xml',
        'models/res_users.xml',
        'constraints.sql',
        'security/mcube_groups.xml',
        'security/ir.model.access.csv',
        'security/ir_rule.xml',
        'views/mcube_call_record_views.xml',
        'views/mcube_call_request_views.xml',
        'views/crm_lead_views.xml',
        'views/res_users_views.xml',
        # [odoo < 15]
        'views/assets.xml',
        # [end]
    ],
    # [odoo >= 15]
    'assets': {'web.assets_backend': ['mcube_integration/static/lib/mcube.js']},
    # [end]
    'installable': True,
    'application': False,
}
