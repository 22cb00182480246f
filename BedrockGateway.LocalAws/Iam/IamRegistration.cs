using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>AWS Identity and Access Management: roles and policies as stacks carry them. Nothing is enforced.</summary>
internal static class IamRegistration
{
    private const int MaxPolicyNameLength = 128;

    public static IServiceCollection AddIam(this IServiceCollection services) => services
        .AddSingleton<RoleStore>()
        .AddSingleton<IResourceHandler, RoleHandler>()
        .AddSingleton<IResourceHandler>(new InertResourceHandler(
            "AWS::IAM::Policy",
            ["PolicyName"],
            request =>
            {
                request.Properties.Require("PolicyDocument");
                request.Properties.RequiredText("PolicyName");
                return request.GenerateName(MaxPolicyNameLength);
            },
            id => new() { ["Id"] = id }))
        .AddSingleton<IResourceHandler>(provider =>
        {
            var account = provider.GetRequiredService<LocalAwsOptions>().AccountId;
            return new InertResourceHandler(
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
        })
        .AddSingleton<IAwsService>(provider =>
        {
            var roles = provider.GetRequiredService<RoleStore>();
            return new QueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/")
                .Map("GetRole", (form, _) => ValueTask.FromResult<XElement?>(GetRole.Handle(form, roles)));
        });

    private static string ManagedPolicyArn(ResourceRequest request, string account)
    {
        request.Properties.Require("PolicyDocument");
        var name = request.Properties.Text("ManagedPolicyName") ?? request.GenerateName(MaxPolicyNameLength);
        return $"arn:aws:iam::{account}:policy{request.Properties.Text("Path") ?? "/"}{name}";
    }
}
