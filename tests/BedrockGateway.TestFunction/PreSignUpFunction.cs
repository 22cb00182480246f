using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BedrockGateway.TestFunction;

/// <summary>A Cognito trigger, which is no HTTP function: confirms every user but those of evil.org.</summary>
internal static class PreSignUpFunction
{
    public static LambdaBootstrap Build() => LambdaBootstrapBuilder
        .Create<CognitoPreSignupEvent, CognitoPreSignupEvent>(
            Handle, new SourceGeneratorLambdaJsonSerializer<FunctionJsonContext>())
        .Build();

    private static CognitoPreSignupEvent Handle(CognitoPreSignupEvent signUp, ILambdaContext context)
    {
        if (signUp.Request.UserAttributes["email"].EndsWith("@evil.org", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Nobody of evil.org may register.");
        }

        signUp.Response.AutoConfirmUser = true;
        return signUp;
    }
}
