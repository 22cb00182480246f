using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary>The exceptions of the service, by the code that its errors carry.</summary>
internal static class CognitoFaults
{
    public static readonly FaultSet All = new(
        static (error, _) => new AmazonCognitoIdentityProviderException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        new Dictionary<string, FaultFactory>
        {
            ["AliasExistsException"] = static (error, _) =>
                new AliasExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["CodeDeliveryFailureException"] = static (error, _) =>
                new CodeDeliveryFailureException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["CodeMismatchException"] = static (error, _) =>
                new CodeMismatchException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ConcurrentModificationException"] = static (error, _) =>
                new ConcurrentModificationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["EnableSoftwareTokenMFAException"] = static (error, _) =>
                new EnableSoftwareTokenMFAException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ExpiredCodeException"] = static (error, _) =>
                new ExpiredCodeException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ForbiddenException"] = static (error, _) =>
                new ForbiddenException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InternalErrorException"] = static (error, _) =>
                new InternalErrorException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidEmailRoleAccessPolicyException"] = static (error, _) =>
                new InvalidEmailRoleAccessPolicyException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidLambdaResponseException"] = static (error, _) =>
                new InvalidLambdaResponseException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidParameterException"] = static (error, details) =>
                new InvalidParameterException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
                {
                    ReasonCode = details.Text("reasonCode"),
                },
            ["InvalidPasswordException"] = static (error, _) =>
                new InvalidPasswordException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidSmsRoleAccessPolicyException"] = static (error, _) =>
                new InvalidSmsRoleAccessPolicyException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidSmsRoleTrustRelationshipException"] = static (error, _) =>
                new InvalidSmsRoleTrustRelationshipException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidUserPoolConfigurationException"] = static (error, _) =>
                new InvalidUserPoolConfigurationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["LimitExceededException"] = static (error, _) =>
                new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["MFAMethodNotFoundException"] = static (error, _) =>
                new MFAMethodNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["NotAuthorizedException"] = static (error, _) =>
                new NotAuthorizedException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["PasswordHistoryPolicyViolationException"] = static (error, _) =>
                new PasswordHistoryPolicyViolationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["PasswordResetRequiredException"] = static (error, _) =>
                new PasswordResetRequiredException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["PreconditionNotMetException"] = static (error, _) =>
                new PreconditionNotMetException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceNotFoundException"] = static (error, _) =>
                new ResourceNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["SoftwareTokenMFANotFoundException"] = static (error, _) =>
                new SoftwareTokenMFANotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["TooManyFailedAttemptsException"] = static (error, _) =>
                new TooManyFailedAttemptsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["TooManyRequestsException"] = static (error, _) =>
                new TooManyRequestsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UnauthorizedException"] = static (error, _) =>
                new UnauthorizedException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UnexpectedLambdaException"] = static (error, _) =>
                new UnexpectedLambdaException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UnsupportedOperationException"] = static (error, _) =>
                new UnsupportedOperationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UnsupportedTokenTypeException"] = static (error, _) =>
                new UnsupportedTokenTypeException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UnsupportedUserStateException"] = static (error, _) =>
                new UnsupportedUserStateException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UserLambdaValidationException"] = static (error, _) =>
                new UserLambdaValidationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UserNotConfirmedException"] = static (error, _) =>
                new UserNotConfirmedException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UserNotFoundException"] = static (error, _) =>
                new UserNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["UsernameExistsException"] = static (error, _) =>
                new UsernameExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        });

    /// <summary>A request that lacks a value which the address is made of.</summary>
    public static AmazonServiceException Unset(string message) => new AmazonCognitoIdentityProviderException(message);
}
