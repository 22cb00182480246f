using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Iam.Permissions;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>
/// AWS Identity and Access Management: roles and policies as stacks carry them, and what they let functions do.
/// </summary>
internal static class IamRegistration
{
    private const int MaxPolicyNameLength = 128;

    public static IServiceCollection AddIam(this IServiceCollection services) => services
        .AddSingleton<RoleStore>()
        .AddSingleton<PolicyStore>()
        .AddSingleton<SessionStore>()
        .AddSingleton<CallAuthorizer>()
        .AddSingleton<IServicePermissions, ApiGatewayPermissions>()
        .AddSingleton<IServicePermissions, BedrockPermissions>()
        .AddSingleton<IServicePermissions, CognitoPermissions>()
        .AddSingleton<IServicePermissions, LogsPermissions>()
        .AddSingleton<IServicePermissions, StsPermissions>()
        .AddSingleton<IResourceHandler, RoleHandler>()
        .AddSingleton<IResourceHandler>(provider =>
            new PolicyHandler(InlinePolicy(), provider.GetRequiredService<PolicyStore>()))
        .AddSingleton<IResourceHandler>(provider => new PolicyHandler(
            ManagedPolicy(provider.GetRequiredService<LocalAwsOptions>().AccountId),
            provider.GetRequiredService<PolicyStore>()))
        .AddSingleton<IAwsService>(provider =>
        {
            var roles = provider.GetRequiredService<RoleStore>();
            return new QueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/")
                .Map("GetRole", (form, _) => ValueTask.FromResult<XElement?>(GetRole.Handle(form, roles)));
        });

    private static InertResourceHandler InlinePolicy() => new(
        "AWS::IAM::Policy",
        ["PolicyName"],
        request =>
        {
            request.Properties.RequiredText("PolicyName");
            return request.GenerateName(MaxPolicyNameLength);
        },
        id => new() { ["Id"] = id });

    private static InertResourceHandler ManagedPolicy(string account) => new(
        "AWS::IAM::ManagedPolicy",
        ["ManagedPolicyName", "Path", "Description"],
        request => ManagedPolicyArn(request, account),
        arn => new()
        {
            ["PolicyArn"] = arn,
            ["PolicyId"] = "ANPA" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(arn)))[..17],
            ["AttachmentCount"] = "0",
            ["DefaultVersionId"] = "v1",
        });

    private static string ManagedPolicyArn(ResourceRequest request, string account)
    {
        var name = request.Properties.Text("ManagedPolicyName") ?? request.GenerateName(MaxPolicyNameLength);
        return $"arn:aws:iam::{account}:policy{request.Properties.Text("Path") ?? "/"}{name}";
    }
}
