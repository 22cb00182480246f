using Amazon.CDK;
using BedrockGateway.Infra.Constructs;
using BedrockGateway.Infra.Constructs.Monitoring;
using Constructs;

namespace BedrockGateway.Infra;

/// <summary>
/// The whole gateway: user pool, functions, REST API with authorizer, keys, throttle and quota, and the outputs that
/// the functions and the local run bind to.
/// </summary>
public sealed class GatewayStack : Stack
{
    /// <summary>Describes the gateway under <paramref name="scope"/>.</summary>
    /// <param name="scope">The CDK app.</param>
    /// <param name="settings">What to deploy; the stack takes its name from here.</param>
    public GatewayStack(Construct scope, GatewaySettings settings)
        : base(scope, settings?.StackName, Props(settings))
    {
        ArgumentNullException.ThrowIfNull(settings);

        // cdk.json is read by the CLI alone; the local run needs the same template.
        Node.SetContext("@aws-cdk/aws-iam:minimizePolicies", true);
        Node.SetContext("@aws-cdk/aws-apigateway:disableCloudWatchRole", true);
        Node.SetContext("aws:cdk:enable-path-metadata", false);
        Node.SetContext("aws:cdk:enable-asset-metadata", false);

        var names = new FunctionNames(settings.StackName);
        var preSignup = settings.OrganizationDomain is null
            ? null
            : new PreSignupConstruct(this, "PreSignup", names.PreSignup, settings);
        var users = new UserPoolConstruct(this, "Users", preSignup?.Function, settings);
        var api = new RestApiConstruct(this, "Api", names, users, settings);
        var plans = UsagePlans.AddTo(this, api.RestApi, settings);
        UserGroups.AddAdministrators(this, users.Pool);
        UserGroups.AddPlans(this, users.Pool, plans.GroupedNames);
        var environment = new Dictionary<string, string>
        {
            ["AWS__Resources__StackName"] = settings.StackName,
            ["AWS__Resources__UserPoolId"] = users.Pool.UserPoolId,
            ["AWS__Resources__UserPoolClientId"] = users.Client.UserPoolClientId,
            ["AWS__Resources__RestApiId"] = api.RestApi.RestApiId,
            ["AWS__Resources__StageName"] = settings.StageName,
            ["AWS__Resources__UsagePlanId"] = plans.Default.UsagePlanId,
            ["CORS_ORIGINS"] = settings.CorsOrigins,
        };
        if (plans.Description is { } description)
        {
            environment["AWS__Resources__Plans"] = description;
            Output("Plans", description);
        }

        _ = new AccountsConstruct(
            this, "Accounts", names.Accounts, environment, users.Pool, plans, api.RestApi, settings);
        _ = new ModelsConstruct(this, "Models", names.Models, environment, api.RestApi, settings);

        AddAround(api, names, plans.Default.UsagePlanId, settings);

        Output("StackName", settings.StackName);
        Output("UserPoolId", users.Pool.UserPoolId);
        Output("UserPoolClientId", users.Client.UserPoolClientId);
        Output("RestApiId", api.RestApi.RestApiId);
        Output("StageName", settings.StageName);
        Output("UsagePlanId", plans.Default.UsagePlanId);
        Output("CognitoUserPoolID", users.Pool.UserPoolId);
        Output("RestAPIEndpoint", api.RestApi.Url);
    }

    // What stands around the API and nothing else refers to.
    private void AddAround(RestApiConstruct api, FunctionNames names, string usagePlanId, GatewaySettings settings)
    {
        // Beside an emulator nobody could look at it, and it is a quarter of the template.
        if (!settings.FunctionsRunLocally)
        {
            AddMonitoring(api, names, usagePlanId, settings);
        }

        if (settings.EnableWaf)
        {
            _ = new FirewallConstruct(this, "Firewall", api.RestApi, settings);
        }

        if (settings is { CustomDomain: { } domain, CertificateArn: { } certificate })
        {
            var custom = new CustomDomainConstruct(this, "Domain", domain, certificate, api.RestApi);
            Output("CustomDomainEndpoint", custom.Url);
            Output("CustomDomainTarget", custom.Target);
            Output("CustomDomainHostedZoneId", custom.TargetZoneId);
        }
    }

    private void AddMonitoring(
        RestApiConstruct api, FunctionNames names, string usagePlanId, GatewaySettings settings)
    {
        var metrics = new GatewayMetrics(settings, usagePlanId);
        if (api.AccessLogGroupName is { } accessLog)
        {
            RefusalFilters.Add(this, accessLog, metrics);
        }

        _ = new AlarmsConstruct(this, "Alarms", names, metrics, settings);
        _ = new DashboardConstruct(this, "Overview", names, metrics, settings);
    }

    private static StackProps? Props(GatewaySettings? settings) => settings is null ? null : new()
    {
        StackName = settings.StackName,
        Description = "One REST API of a company's own in front of Amazon Bedrock, with Cognito users and API keys",
        AnalyticsReporting = false,
        // CloudFormation takes 51,200 bytes of template in a call, white space included.
        SuppressTemplateIndentation = true,
        Synthesizer = settings.FunctionsRunLocally ? new BootstraplessSynthesizer() : new DefaultStackSynthesizer(),
    };

    // The outputs' names are a contract; a construct of the same name would make CDK add a hash to them.
    private void Output(string name, string value) =>
        new CfnOutput(this, $"{name}Output", new CfnOutputProps { Value = value }).OverrideLogicalId(name);
}
