using System.Xml.Linq;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Sts;

/// <summary>AWS Security Token Service.</summary>
internal static class StsRegistration
{
    public static IServiceCollection AddSts(this IServiceCollection services) =>
        services.AddSingleton<IAwsService>(provider =>
        {
            var options = provider.GetRequiredService<LocalAwsOptions>();
            var clock = provider.GetRequiredService<TimeProvider>();
            var sessions = provider.GetRequiredService<SessionStore>();
            return new QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/")
                .Map(
                    "AssumeRole",
                    (form, _) => ValueTask.FromResult<XElement?>(AssumeRole.Handle(form, options, clock)))
                .MapCall(
                    "GetCallerIdentity",
                    (call, _) => ValueTask.FromResult<XElement?>(GetCallerIdentity.Handle(call, sessions, options)));
        });
}
