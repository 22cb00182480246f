using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>Where API Gateway writes what it did, and the role that lets it.</summary>
internal sealed class ApiLogsConstruct : Construct
{
    private readonly CfnAccount? _account;

    private readonly GatewaySettings _settings;

    public ApiLogsConstruct(Construct scope, string id, GatewaySettings settings)
        : base(scope, id)
    {
        _settings = settings;
        if (settings.ApiGatewayLogRole is not ApiGatewayLogRole.None)
        {
            Access = LogGroups.Add(this, "Access", settings);
        }

        if (settings.ApiGatewayLogRole is ApiGatewayLogRole.Create)
        {
            _account = AccountSettings();
        }
    }

    /// <summary>The access log; <see langword="null"/> where API Gateway has no role to write it.</summary>
    public LogGroup? Access { get; }

    /// <summary>What the stage's methods log. A method with settings of its own takes none from the stage.</summary>
    public MethodLoggingLevel Level => Access is null
        ? MethodLoggingLevel.OFF
        : _settings.ExecutionLogLevel switch
        {
            ExecutionLogLevel.Off => MethodLoggingLevel.OFF,
            ExecutionLogLevel.Error => MethodLoggingLevel.ERROR,
            ExecutionLogLevel.Info => MethodLoggingLevel.INFO,
            _ => throw new InvalidOperationException($"{_settings.ExecutionLogLevel} is no level."),
        };

    /// <summary>Makes the stage wait for what its logs need.</summary>
    public void Prepare(RestApi api)
    {
        var stage = api.DeploymentStage;
        if (_account is not null)
        {
            stage.Node.AddDependency(_account);
        }

        if (Level is not MethodLoggingLevel.OFF)
        {
            // API Gateway would make this group itself, never expire it and leave it behind.
            stage.Node.AddDependency(LogGroups.Add(
                this,
                "Execution",
                _settings,
                $"API-Gateway-Execution-Logs_{api.RestApiId}/{_settings.StageName}"));
        }
    }

    // One setting serves the account's every API in the Region, so others may come to rely on it: it stays.
    private CfnAccount AccountSettings()
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            Description = "Lets API Gateway write the logs of every API in this account and Region",
            ManagedPolicies =
            [
                ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
            ],
        });
        role.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
        var account = new CfnAccount(this, "Account", new CfnAccountProps { CloudWatchRoleArn = role.RoleArn });
        account.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
        return account;
    }
}
